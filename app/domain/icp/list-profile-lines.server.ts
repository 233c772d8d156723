import { and, asc, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'

import type { Context } from '#app/domain/context.ts'
import { productLines } from '#db/schema/organisation.ts'
import { profiles } from '#db/schema/profiles.ts'

/** Each product line with its profile in force and its open proposal, by name. */
export function listProfileLines(ctx: Pick<Context, 'db'>) {
  const current = alias(profiles, 'current')
  const proposal = alias(profiles, 'proposal')
  return ctx.db
    .select({
      slug: productLines.slug,
      name: productLines.name,
      currentId: current.id,
      currentNumber: current.number,
      proposalId: proposal.id,
      proposalNumber: proposal.number,
    })
    .from(productLines)
    .leftJoin(
      current,
      and(eq(current.productLineId, productLines.id), eq(current.state, 'current')),
    )
    .leftJoin(
      proposal,
      and(eq(proposal.productLineId, productLines.id), eq(proposal.state, 'proposed')),
    )
    .where(isNull(productLines.archivedAt))
    .orderBy(asc(productLines.name))
}
