import { asc, desc, eq, sql } from 'drizzle-orm'

import { may } from '#app/auth/permissions.ts'
import { healthBand } from '#app/domain/accounts/rules.ts'
import type { StoredFactors } from '#app/domain/backlog/get-receipt.server.ts'
import { authorize, type Context } from '#app/domain/context.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { sum } from '#app/lib/numbers.ts'
import { accounts } from '#db/schema/accounts.ts'
import { people } from '#db/schema/people.ts'
import { requests } from '#db/schema/requests.ts'
import { scoreParts } from '#db/schema/scores.ts'

import type { AskingAccount, ItemRequest } from './item-page.ts'

const LIMIT = 500

/** The requests of an item by account, the accounts with most at stake first; a contract stands once an account. */
export async function listItemRequests(ctx: Context, itemId: number): Promise<AskingAccount[]> {
  authorize(ctx, 'read')
  const money = may(ctx.actor, 'revenue.read')
  const [rows, parts] = await Promise.all([
    ctx.db
      .select({
        accountId: accounts.id,
        accountName: accounts.name,
        healthScore: accounts.healthScore,
        healthColour: accounts.healthColour,
        id: requests.id,
        title: requests.title,
        state: requests.state,
        importance: requests.importance,
        productImportance: requests.productImportance,
        settledImportance: requests.settledImportance,
        evidence: requests.evidence,
        evidenceDoubt: requests.evidenceDoubt,
        submittedBy: people.name,
        confirmedAt: requests.confirmedAt,
      })
      .from(requests)
      .innerJoin(accounts, eq(accounts.id, requests.accountId))
      .innerJoin(people, eq(people.id, requests.submittedBy))
      .where(eq(requests.itemId, itemId))
      .orderBy(asc(accounts.nameFold), asc(accounts.id), desc(requests.id))
      .limit(LIMIT),
    ctx.db
      .select({
        accountId: scoreParts.accountId,
        requestId: scoreParts.requestId,
        amount: sql<
          StoredFactors['from']['amount']
        >`(${scoreParts.factors} -> 'from' -> 'amount')::float8`,
      })
      .from(scoreParts)
      .where(eq(scoreParts.itemId, itemId)),
  ])
  const counting = new Set(parts.map(({ requestId }) => requestId))
  const stakes = groupBy(parts, ({ accountId }) => accountId)
  const groups = [...groupBy(rows, ({ accountId }) => accountId)].flatMap(([id, own]) => {
    const [first] = own
    if (!first) return []
    const stake = stakes.get(id)
    return {
      id,
      name: first.accountName,
      health: healthBand(first),
      healthScore: first.healthScore,
      atStake: money && stake ? sum(stake.map(({ amount }) => amount)) : null,
      requests: own.map((row): ItemRequest => ({
        id: row.id,
        title: row.title,
        state: row.state,
        importance: row.importance,
        productImportance: row.productImportance,
        settledImportance: row.settledImportance,
        evidence: row.evidence,
        doubted: row.evidenceDoubt !== null,
        submittedBy: row.submittedBy,
        confirmedAt: row.confirmedAt,
        counts: counting.has(row.id),
      })),
    }
  })
  return groups.sort((a, b) => (b.atStake ?? 0) - (a.atStake ?? 0))
}
