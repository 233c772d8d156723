import { contractsTouched, isOpenOn } from '#app/domain/accounts/contract-rules.ts'
import { diffDays, type IsoDate } from '#app/lib/dates.ts'
import { groupBy } from '#app/lib/group-by.ts'

import type {
  AccountRecord,
  ContractRecord,
  ItemRecord,
  OpportunityRecord,
  Records,
  RequestRecord,
} from './records.ts'
import { countedEvidence } from './evidence.ts'
import { isClaimedBlocker, isOpenItem, requestStanding } from './standing.ts'
import {
  contractExposure,
  dealExposure,
  opportunityExposure,
  renewalExposure,
} from './to-exposure.ts'
import type { ItemInput, LinkInput, ScoreInput, SubmitterInput } from './types.ts'

/** A renewal deal is never an exposure: it only moves its contract's date. */
function isOpenDeal({ state, kind }: OpportunityRecord): boolean {
  return state === 'open' && kind !== 'renewal'
}

/** An item as the score reads it. */
export function toItemInput(item: ItemRecord): ItemInput {
  const { costLow: p10, costLikely: p50, costHigh: p90 } = item
  return {
    id: String(item.id),
    title: item.title,
    type: item.type,
    estimate: p10 !== null && p50 !== null && p90 !== null ? { p10, p50, p90 } : undefined,
    size: item.costSize ?? undefined,
    shipDate: item.shipsOn ?? undefined,
  }
}

/**
 * Exposures that a request has at stake. What was chosen by hand counts while it is the account's: a contract that no
 * longer covers it says nothing of it.
 * @param near contracts that its account and the parent hold
 * @param deals opportunities of its account
 */
function stakesOf(
  request: RequestRecord,
  account: AccountRecord,
  item: ItemRecord | undefined,
  { near, deals }: { near: readonly ContractRecord[]; deals: readonly OpportunityRecord[] },
  today: IsoDate,
): string[] {
  const line = item?.productLineId ?? request.productLineId
  const contracts =
    request.stakeMode === 'chosen'
      ? near.filter(({ id }) => request.contractIds.includes(id)).filter((c) => covers(c, account))
      : contractsTouched(account, near, line, today)
  const named = deals.filter(({ id }) => request.opportunityIds.includes(id))
  return [
    ...contracts.map(({ id }) => contractExposure(id)),
    ...named.map(({ id }) => opportunityExposure(id)),
  ]
}

function covers(contract: ContractRecord, account: AccountRecord): boolean {
  return contract.accountId === account.id || contract.covers.includes(account.id)
}

/** Who claims what, with the blockers that they claim anywhere. */
function toSubmitters(
  { submitters, requests, blockersElsewhere }: Records,
  accounts: ReadonlyMap<number, AccountRecord>,
  items: ReadonlyMap<number, ItemRecord>,
): SubmitterInput[] {
  const here = requests.filter((request) => {
    const account = accounts.get(request.accountId)
    const item = request.itemId === null ? undefined : items.get(request.itemId)
    return account && isClaimedBlocker(request, account, item)
  })
  const blockers = groupBy([...here, ...blockersElsewhere], (one) => one.submittedBy)
  return submitters.map(({ id, accounts, calibration }) => ({
    id: String(id),
    accounts,
    blockers: (blockers.get(id) ?? []).map(({ confirmedOn }) => confirmedOn).sort(),
    calibration,
  }))
}

/**
 * Turns records into what the score reads. Exposures are every open contract of an account that has not churned, and
 * every open opportunity; items are those that can still be delivered; links are the requests that count, at each
 * exposure that they have at stake. Exposure ids are `contract:12` and `opportunity:7`, item and request ids the numbers.
 * The records must hold the account (and its parent) of every request, contract and opportunity in them.
 */
export function toScoreInput(records: Records, today: IsoDate): ScoreInput {
  const accounts = new Map(records.accounts.map((account) => [account.id, account]))
  const items = new Map(records.items.map((item) => [item.id, item]))
  const contracts = groupBy(records.contracts, (contract) => contract.accountId)
  const opportunities = groupBy(records.opportunities, (opportunity) => opportunity.accountId)

  const renewals = records.contracts.flatMap((contract) => {
    const account = accounts.get(contract.accountId)
    const counts = account && account.lifecycle !== 'churned' && isOpenOn(contract, today)
    return counts ? [renewalExposure(contract, account, records.rates, today)] : []
  })
  const deals = records.opportunities.flatMap((opportunity) => {
    const account = accounts.get(opportunity.accountId)
    const counts = account && isOpenDeal(opportunity)
    return counts ? [dealExposure(opportunity, account, records, today)] : []
  })
  const exposures = [...renewals, ...deals]
  const known = new Set(exposures.map((exposure) => exposure.id))

  const links = records.requests.flatMap((request): LinkInput[] => {
    const account = accounts.get(request.accountId)
    const item = request.itemId === null ? undefined : items.get(request.itemId)
    const standing = requestStanding(request, item)
    if (!account || standing === null) return []
    const near = [account.id, ...(account.parentId === null ? [] : [account.parentId])].flatMap(
      (id) => contracts.get(id) ?? [],
    )
    const deals = opportunities.get(account.id) ?? []
    const at = stakesOf(request, account, item, { near, deals }, today).filter((id) =>
      known.has(id),
    )
    return at.map((x) => ({
      x,
      r: item ? String(item.id) : null,
      request: String(request.id),
      severity: request.settledImportance ?? request.importance,
      evidence: countedEvidence(request.evidence, request.evidenceDoubted),
      ageDays: Math.max(0, diffDays(request.confirmedOn, today)),
      type: request.type,
      standing,
      submitter: request.settledImportance === null ? String(request.submittedBy) : undefined,
    }))
  })
  const ranked = records.items.filter(isOpenItem)
  const submitters = toSubmitters(records, accounts, items)
  return { exposures, items: ranked.map(toItemInput), links, submitters }
}
