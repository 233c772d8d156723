import { and, asc, desc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { CREATED } from '#app/domain/history.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { isOneOf } from '#db/batch.ts'
import { accounts, attributeDefinitions, changes, contracts } from '#db/schema/accounts.ts'
import { outcomes } from '#db/schema/outcomes.ts'
import type { Lifecycle } from '#db/constants.ts'

import type { FactChange } from './early-facts.ts'
import { customKey, STANDARD_ATTRIBUTES } from './facts.ts'

type Reader = Pick<Context, 'db'>

/** More accounts than this say nothing new; those that were decided last are taken. */
const MOST_ACCOUNTS = 2000

/** A contract with how its renewals went, the earliest first. */
export type TurnedContract = {
  contract: typeof contracts.$inferSelect
  lifecycle: Lifecycle
  renewals: (typeof outcomes.$inferSelect)[]
}

/**
 * All contracts of some accounts, each with how its renewals went, the earliest first: of those that have a contract of
 * the product line or of none which was decided or has ended, or which have one and have left.
 */
export async function fetchTurnedContracts(
  { db }: Reader,
  productLineId: number,
): Promise<TurnedContract[]> {
  const ofLine = or(eq(contracts.productLineId, productLineId), isNull(contracts.productLineId))
  const latest = sql`max(coalesce(${outcomes.decidedOn}, ${contracts.endedOn}))`
  const turned = db
    .select({ id: contracts.accountId })
    .from(contracts)
    .innerJoin(accounts, eq(accounts.id, contracts.accountId))
    .leftJoin(outcomes, eq(outcomes.contractId, contracts.id))
    .where(
      and(
        ofLine,
        or(isNotNull(outcomes.id), isNotNull(contracts.endedOn), eq(accounts.lifecycle, 'churned')),
      ),
    )
    .groupBy(contracts.accountId)
    .orderBy(sql`${latest} desc nulls last`, desc(contracts.accountId))
    .limit(MOST_ACCOUNTS)
    .as('turned')
  const rows = await db
    .select({ contract: contracts, lifecycle: accounts.lifecycle, outcome: outcomes })
    .from(contracts)
    .innerJoin(turned, eq(turned.id, contracts.accountId))
    .innerJoin(accounts, eq(accounts.id, contracts.accountId))
    .leftJoin(outcomes, eq(outcomes.contractId, contracts.id))
    .orderBy(asc(contracts.id), asc(outcomes.decidedOn), asc(outcomes.id))
  return [...groupBy(rows, ({ contract }) => contract.id).values()].flatMap((own) => {
    const renewals = own.flatMap(({ outcome }) => outcome ?? [])
    return own.slice(0, 1).map(({ contract, lifecycle }) => ({ contract, lifecycle, renewals }))
  })
}

/** The attributes that have a history, and since when there is each; null is always. */
export async function fetchRecordedAttributes({ db }: Reader) {
  const custom = await db
    .select({ key: attributeDefinitions.key, since: attributeDefinitions.createdAt })
    .from(attributeDefinitions)
    .where(isNull(attributeDefinitions.archivedAt))
  return [
    ...STANDARD_ATTRIBUTES.map(({ key }) => ({ key, since: null })),
    ...custom.map(({ key, since }) => ({ key: customKey(key), since })),
  ]
}

/** The history of these attributes of some accounts, by account, the earliest first. */
export async function fetchHistories(
  { db }: Reader,
  accountIds: readonly number[],
  keys: readonly string[],
): Promise<Map<number, FactChange[]>> {
  const rows = await db
    .select({
      accountId: changes.subjectId,
      field: changes.field,
      after: changes.after,
      at: changes.changedAt,
    })
    .from(changes)
    .where(
      and(
        eq(changes.subjectType, 'account'),
        isOneOf(changes.subjectId, accountIds),
        sql`${changes.field} = any(${sql.param([CREATED, ...keys])}::text[])`,
      ),
    )
    .orderBy(asc(changes.id))
  return groupBy(rows, ({ accountId }) => accountId)
}
