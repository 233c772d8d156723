import { and, desc, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'

import { may } from '#app/auth/permissions.ts'
import { authorize, type Context } from '#app/domain/context.ts'
import { notFound } from '#app/domain/errors.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { requestKey } from '#app/lib/readable-id.ts'
import { accounts } from '#db/schema/accounts.ts'
import { people } from '#db/schema/people.ts'
import { requestDecisions, requests } from '#db/schema/requests.ts'

import { getTriageOptions } from './get-options.server.ts'
import { isUndecided } from './rules.ts'

const owners = alias(people, 'owners')

/**
 * What the person asked for a commercial decision must know, and whether the reader is that person or triages.
 * @throws not_found
 */
export async function getCommercialQuestion(ctx: Context, requestId: number) {
  authorize(ctx, 'read')
  const [[request], asked, { baseCurrency }] = await Promise.all([
    ctx.db
      .select({
        id: requests.id,
        title: requests.title,
        body: requests.body,
        state: requests.state,
        version: requests.version,
        accountName: accounts.name,
      })
      .from(requests)
      .innerJoin(accounts, eq(accounts.id, requests.accountId))
      .where(eq(requests.id, requestId)),
    findCommercialQuestion(ctx, requestId),
    getOrganisation(ctx),
  ])
  if (!request) throw notFound(requestKey(requestId))
  const triages = may(ctx.actor, 'request.triage')
  const mayDecide = request.state === 'commercial' && (asked?.ownerId === ctx.actor.id || triages)
  const mayAsk = isUndecided(request.state) && !mayDecide && triages
  return {
    request,
    asked,
    mayDecide,
    mayAsk,
    currency: baseCurrency,
    /** Who can be asked, for a reader who triages. */
    people: triages ? (await getTriageOptions(ctx)).people : null,
  }
}

/** The last standing question for a commercial decision: who asked whom. */
export async function findCommercialQuestion(ctx: Pick<Context, 'db'>, requestId: number) {
  const [asked] = await ctx.db
    .select({
      ownerId: requestDecisions.commercialOwnerId,
      owner: owners.name,
      by: people.name,
      words: requestDecisions.words,
    })
    .from(requestDecisions)
    .innerJoin(people, eq(people.id, requestDecisions.decidedBy))
    .leftJoin(owners, eq(owners.id, requestDecisions.commercialOwnerId))
    .where(
      and(
        eq(requestDecisions.requestId, requestId),
        eq(requestDecisions.kind, 'commercial'),
        isNull(requestDecisions.billable),
        isNull(requestDecisions.undoneAt),
      ),
    )
    .orderBy(desc(requestDecisions.id))
    .limit(1)
  return asked ?? null
}
