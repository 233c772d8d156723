import { and, asc, eq, exists, isNull, ne, or, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { isOpenOn } from '#app/domain/accounts/contract-rules.ts'
import type { StakeMode } from '#db/constants.ts'
import { accounts, contractCovers, contracts, opportunities } from '#db/schema/accounts.ts'
import { requestContracts, requestOpportunities } from '#db/schema/requests.ts'

import type { StakeChoices, StakeContract, StakeOpportunity } from './stake-choices.ts'
import { defaultStake, sameIds, type Stake } from './stake.ts'

/** What a request of the account could put at stake; null when there is no such account, or it is archived. */
export async function findStakeChoices(
  ctx: Pick<Context, 'db' | 'now'>,
  accountId: number,
): Promise<StakeChoices | null> {
  const [account] = await ctx.db
    .select({ id: accounts.id, parentId: accounts.parentId, lifecycle: accounts.lifecycle })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isNull(accounts.archivedAt)))
  if (!account) return null
  const today = await getToday(ctx)
  return {
    account,
    today,
    contracts: (await listContracts(ctx, accountId)).filter((row) => isOpenOn(row, today)),
    opportunities: await listOpportunities(ctx, accountId),
  }
}

async function listContracts(
  ctx: Pick<Context, 'db'>,
  accountId: number,
): Promise<StakeContract[]> {
  const covering = ctx.db
    .select({ one: sql`1` })
    .from(contractCovers)
    .where(
      and(eq(contractCovers.contractId, contracts.id), eq(contractCovers.accountId, accountId)),
    )
  const rows = await ctx.db
    .select({
      id: contracts.id,
      accountId: contracts.accountId,
      holder: accounts.name,
      name: contracts.name,
      amountMinor: contracts.amountMinor,
      currency: contracts.currency,
      period: contracts.period,
      startsOn: contracts.startsOn,
      endedOn: contracts.endedOn,
      renewsOn: contracts.renewsOn,
      evergreen: contracts.evergreen,
      productLineId: contracts.productLineId,
      covered: sql<boolean>`exists ${covering}`,
    })
    .from(contracts)
    .innerJoin(accounts, eq(accounts.id, contracts.accountId))
    .where(or(eq(contracts.accountId, accountId), exists(covering)))
    .orderBy(sql`${contracts.renewsOn} asc nulls last`, asc(contracts.id))
    .limit(100)
  return rows.map(({ amountMinor, currency, covered, ...row }) => ({
    ...row,
    amount: { minor: amountMinor, currency },
    covers: covered ? [accountId] : [],
  }))
}

async function listOpportunities(
  ctx: Pick<Context, 'db'>,
  accountId: number,
): Promise<StakeOpportunity[]> {
  const rows = await ctx.db
    .select({
      id: opportunities.id,
      name: opportunities.name,
      amountMinor: opportunities.amountMinor,
      currency: opportunities.currency,
      closesOn: opportunities.closesOn,
    })
    .from(opportunities)
    .where(
      and(
        eq(opportunities.accountId, accountId),
        eq(opportunities.state, 'open'),
        ne(opportunities.kind, 'renewal'),
      ),
    )
    .orderBy(sql`${opportunities.closesOn} asc nulls last`, asc(opportunities.id))
    .limit(100)
  return rows.map(({ amountMinor, currency, ...row }) => ({
    ...row,
    amount: amountMinor === null || currency === null ? null : { minor: amountMinor, currency },
  }))
}

/** What was ticked, and for which product line the boxes were ticked beforehand. */
export type TickedStake = Stake & { stakeFor?: number | undefined }

/**
 * What is stored of a stake: the rule itself while nothing was changed by hand, so that it goes on following the contracts.
 *
 * @throws invalid when something ticked is no longer open
 */
export function resolveStake(
  choices: StakeChoices,
  ticked: TickedStake,
  productLineId: number,
): Stake & { mode: StakeMode } {
  const { account, today } = choices
  if (ticked.stakeFor === undefined) {
    const rule = defaultStake(account, choices, productLineId, today)
    return { mode: 'default', contractIds: [], opportunityIds: rule.opportunityIds }
  }
  const offered = defaultStake(account, choices, ticked.stakeFor, today)
  const known = (ids: readonly number[], rows: readonly { id: number }[], field: string) => {
    if (ids.every((id) => rows.some((row) => row.id === id))) return [...new Set(ids)]
    throw invalid('What is at stake has changed. Look again at what is ticked.', field)
  }
  const contractIds = known(ticked.contractIds, choices.contracts, 'contractIds')
  const opportunityIds = known(ticked.opportunityIds, choices.opportunities, 'opportunityIds')
  const untouched = sameIds(contractIds, offered.contractIds)
  return {
    mode: untouched ? 'default' : 'chosen',
    contractIds: untouched ? [] : contractIds,
    opportunityIds,
  }
}

/** Writes what a request puts at stake, in place of what it did before. */
export async function writeStake(
  ctx: Pick<Context, 'db'>,
  requestId: number,
  { contractIds, opportunityIds }: Stake,
): Promise<void> {
  await ctx.db.delete(requestContracts).where(eq(requestContracts.requestId, requestId))
  await ctx.db.delete(requestOpportunities).where(eq(requestOpportunities.requestId, requestId))
  if (contractIds.length > 0) {
    await ctx.db
      .insert(requestContracts)
      .values(contractIds.map((contractId) => ({ requestId, contractId })))
  }
  if (opportunityIds.length > 0) {
    await ctx.db
      .insert(requestOpportunities)
      .values(opportunityIds.map((opportunityId) => ({ requestId, opportunityId })))
  }
}

/** What a request puts at stake by hand: contracts (none while the rule holds) and opportunities. */
export async function getStake(ctx: Pick<Context, 'db'>, requestId: number): Promise<Stake> {
  const [chosen, named] = await Promise.all([
    ctx.db
      .select({ id: requestContracts.contractId })
      .from(requestContracts)
      .where(eq(requestContracts.requestId, requestId)),
    ctx.db
      .select({ id: requestOpportunities.opportunityId })
      .from(requestOpportunities)
      .where(eq(requestOpportunities.requestId, requestId)),
  ])
  return { contractIds: chosen.map(({ id }) => id), opportunityIds: named.map(({ id }) => id) }
}
