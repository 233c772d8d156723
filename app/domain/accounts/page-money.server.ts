import { asc, eq, inArray, sql } from 'drizzle-orm'

import { may } from '#app/auth/permissions.ts'
import type { Context } from '#app/domain/context.ts'
import { getPlanRates } from '#app/domain/organisation/get-plan-rates.server.ts'
import type { PlanRates } from '#app/domain/money.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { accounts, opportunities } from '#db/schema/accounts.ts'
import { productLines } from '#db/schema/organisation.ts'

import type { ContractOnPage, OpportunityOnPage } from './account-page.ts'
import { fetchContracts, type Contract } from './contract-records.server.ts'
import { arrOf, contractsTouched, isOpenOn, isOverdue } from './contract-rules.ts'
import { toOpportunity } from './opportunity-records.server.ts'

type Family = { id: number; parentId: number | null }

/** The account's contracts, open ones first, and those of its parent when they stand in for its own. */
export async function listContractsOnPage(
  ctx: Context,
  account: Family,
  today: IsoDate,
): Promise<ContractOnPage[]> {
  const all = await fetchContracts(
    ctx,
    [account.id, account.parentId].filter((id) => id !== null),
  )
  const own = all.filter((contract) => contract.accountId === account.id)
  const covering = contractsTouched(account, all, null, today).filter(
    (contract) => contract.accountId !== account.id,
  )
  const shown = [...own, ...covering]
  const nameOf = await accountNames(
    ctx,
    shown.flatMap((contract) => [contract.accountId, ...contract.covers]),
  )
  const lineOf = await productLineNames(ctx)
  const rates = may(ctx.actor, 'revenue.read') ? await getPlanRates(ctx) : null
  const rows = shown.map((contract): ContractOnPage => {
    const { accountId, covers, productLineId } = contract
    return {
      ...pickTerms(contract),
      holder: accountId === account.id ? null : { id: accountId, name: nameOf(accountId) },
      covers: covers.map((id) => ({ id, name: nameOf(id) })),
      productLine: productLineId === null ? null : (lineOf.get(productLineId) ?? null),
      amount: rates && contract.amount,
      yearly: rates && yearlyInBase(contract, rates),
      standing: standingOf(contract, today),
    }
  })
  const ended = (row: ContractOnPage) => Number(row.standing === 'ended')
  const date = (row: ContractOnPage) => row.renewsOn ?? '9999-12-31'
  return rows.sort((a, b) => ended(a) - ended(b) || date(a).localeCompare(date(b)) || a.id - b.id)
}

function pickTerms(contract: Contract) {
  const { id, version, name, period, startsOn, renewsOn, evergreen } = contract
  const { noticeDays, autoRenew, forecast, endedOn, updatedAt } = contract
  return {
    ...{ id, version, name, period, startsOn, renewsOn, evergreen },
    ...{ noticeDays, autoRenew, forecast, endedOn, updatedAt },
  }
}

function yearlyInBase(contract: Contract, rates: PlanRates) {
  const { amount, withoutRate } = arrOf([contract], rates)
  return withoutRate.length > 0 ? null : amount
}

function standingOf(contract: Contract, today: IsoDate): ContractOnPage['standing'] {
  if (contract.endedOn !== null && contract.endedOn <= today) return 'ended'
  if (!isOpenOn(contract, today)) return 'planned'
  return isOverdue(contract, today) ? 'overdue' : 'open'
}

async function accountNames(ctx: Context, ids: readonly number[]): Promise<(id: number) => string> {
  const rows = ids.length
    ? await ctx.db
        .select({ id: accounts.id, name: accounts.name })
        .from(accounts)
        .where(inArray(accounts.id, [...new Set(ids)]))
    : []
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? ''
}

async function productLineNames(ctx: Context): Promise<Map<number, string>> {
  const rows = await ctx.db
    .select({ id: productLines.id, name: productLines.name })
    .from(productLines)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The account's opportunities, open ones first, then by close date. */
export async function listOpportunitiesOnPage(
  ctx: Context,
  accountId: number,
): Promise<OpportunityOnPage[]> {
  const rows = await ctx.db
    .select()
    .from(opportunities)
    .where(eq(opportunities.accountId, accountId))
    .orderBy(
      sql`${opportunities.state} <> 'open'`,
      sql`${opportunities.closesOn} asc nulls last`,
      asc(opportunities.id),
    )
    .limit(100)
  const lineOf = await productLineNames(ctx)
  const contracts = await fetchContracts(ctx, [accountId])
  const nameOf = new Map(contracts.map(({ id, name }) => [id, name]))
  const revenue = may(ctx.actor, 'revenue.read')
  return rows.map(toOpportunity).map(({ contractId, productLineId, ...row }) => {
    const { id, version, name, kind, stage, probability, closesOn, state, updatedAt } = row
    return {
      ...{ id, version, name, kind, stage, probability, closesOn, state, updatedAt },
      amount: revenue ? row.amount : null,
      productLine: productLineId === null ? null : (lineOf.get(productLineId) ?? null),
      contract: contractId === null ? null : { id: contractId, name: nameOf.get(contractId) ?? '' },
    }
  })
}
