import { and, desc, eq, sql } from 'drizzle-orm'

import { may } from '#app/auth/permissions.ts'
import type { Context } from '#app/domain/context.ts'
import { notFound } from '#app/domain/errors.ts'
import { productLines } from '#db/schema/organisation.ts'
import { publications } from '#db/schema/publications.ts'

import { parsePublication } from './content.ts'
import { sharedView } from './shared-view.ts'

/** Publications of a line (null: of all), newest first. */
export function listPublications(ctx: Pick<Context, 'db'>, productLineId: number | null) {
  return ctx.db
    .select({
      id: publications.id,
      number: publications.number,
      title: publications.title,
      note: publications.note,
      line: productLines.name,
      lineSlug: productLines.slug,
      publishedAt: publications.publishedAt,
      // as the publication itself has it
      publishedBy: sql<string>`${publications.content} ->> 'publishedBy'`,
    })
    .from(publications)
    .innerJoin(productLines, eq(productLines.id, publications.productLineId))
    .where(productLineId === null ? undefined : eq(publications.productLineId, productLineId))
    .orderBy(desc(publications.publishedAt), desc(publications.id))
    .limit(200)
}

/** A publication as a colleague reads it: account names always, money with `revenue.read`. Throws not_found. */
export async function getPublication(ctx: Context, id: number) {
  const [row] = await ctx.db
    .select({
      id: publications.id,
      number: publications.number,
      title: publications.title,
      note: publications.note,
      productLineId: publications.productLineId,
      lineSlug: productLines.slug,
      publishedAt: publications.publishedAt,
      content: publications.content,
    })
    .from(publications)
    .innerJoin(productLines, eq(productLines.id, publications.productLineId))
    .where(eq(publications.id, id))
  if (!row) throw notFound('The publication')
  const { content: stored, ...publication } = row
  const content = parsePublication(stored)
  const around = await neighbours(ctx, publication)
  return {
    ...publication,
    ...around,
    view: {
      ...sharedView(content, { showAccounts: true, showMoney: may(ctx.actor, 'revenue.read') }),
      shipped: content.shipped,
      declined: content.declined,
      changes: content.changes,
    },
  }
}

async function neighbours(
  ctx: Pick<Context, 'db'>,
  { productLineId, number }: { productLineId: number; number: number },
) {
  const of = (n: number) =>
    ctx.db
      .select({ id: publications.id, number: publications.number })
      .from(publications)
      .where(and(eq(publications.productLineId, productLineId), eq(publications.number, n)))
  const [[earlier], [later]] = await Promise.all([of(number - 1), of(number + 1)])
  return { earlier: earlier ?? null, later: later ?? null }
}
