import { and, asc, desc, eq, isNull, ne } from 'drizzle-orm'

import { may } from '#app/auth/permissions.ts'
import { authorize, type Context } from '#app/domain/context.ts'
import { DomainError, notFound } from '#app/domain/errors.ts'
import { people } from '#db/schema/people.ts'
import { accounts } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { requests } from '#db/schema/requests.ts'
import { calibrations } from '#db/schema/scores.ts'

import { getSubmitterWeight } from './blocker-use.server.ts'
import { claimsBlocker } from './load-submitters.server.ts'
import { getModelVersion } from './model-version.server.ts'
import { dilutionOf } from './submitters.ts'

/**
 * What one person's claims weigh, for themselves and for their lead alone.
 * @throws forbidden for anybody else, not_found
 */
export async function getClaims(ctx: Context, personId: number) {
  authorize(ctx, 'request.reply')
  const leads = may(ctx.actor, 'claims.lead')
  if (personId !== ctx.actor.id && !leads) {
    throw new DomainError('forbidden', 'What claims weigh is between a CSM and their lead.')
  }
  const [person] = await ctx.db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(eq(people.id, personId))
  if (!person) throw notFound('This person')
  const weight = await getSubmitterWeight(ctx, personId)
  const { budgetShare, csmPrior } = (await getModelVersion(ctx)).parameters
  const [measured] = await ctx.db
    .select({
      observed: calibrations.observed,
      expected: calibrations.expected,
    })
    .from(calibrations)
    .where(eq(calibrations.personId, personId))
  const blockers = await ctx.db
    .select({ id: requests.id, title: requests.title, accountName: accounts.name })
    .from(requests)
    .innerJoin(accounts, eq(accounts.id, requests.accountId))
    .innerJoin(items, eq(items.id, requests.itemId))
    .where(and(claimsBlocker, eq(requests.submittedBy, personId)))
    .orderBy(desc(requests.confirmedAt), asc(requests.id))
    .limit(100)
  return {
    person,
    own: personId === ctx.actor.id,
    ...weight,
    dilution: dilutionOf(weight),
    /** What the model in force says of everybody. */
    rules: { budgetShare, csmPrior },
    measured: measured ?? null,
    blockers,
    /** Whom else the lead can look at, by name. */
    others: leads ? await listOthers(ctx, personId) : [],
  }
}

function listOthers({ db }: Context, exceptId: number) {
  return db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.team, 'cs'), isNull(people.deactivatedAt), ne(people.id, exceptId)))
    .orderBy(asc(people.nameFold), asc(people.id))
}
