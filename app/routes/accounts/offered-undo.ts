import { accountHref } from '#app/components/accounts/account-href.ts'
import type { AccountPage } from '#app/domain/accounts/account-page.ts'
import type { OutcomeOnPage } from '#app/domain/outcomes/outcome-page.ts'

const SECONDS = 10

export type OfferedUndo = {
  /** What was just done. */
  done: string
  action: string
  fields: Record<string, string>
  seconds: number
}

/**
 * The undo of what the address says was just done to the account (`?done=contract.12`), while its ten seconds last.
 * The deed itself can be taken back later too, from the page.
 */
export function offeredUndo(
  page: AccountPage,
  outcomes: readonly OutcomeOnPage[],
  search: URLSearchParams,
  now: Date,
): OfferedUndo | null {
  const found = findDeed(page, outcomes, search)
  if (!found) return null
  const { at, ...undo } = found
  const seconds = SECONDS - Math.floor((now.getTime() - at.getTime()) / 1000)
  return seconds > 0 ? { ...undo, seconds } : null
}

function findDeed(page: AccountPage, outcomes: readonly OutcomeOnPage[], search: URLSearchParams) {
  const href = (below: string) => accountHref(search, page.summary.id, below)
  const [kind, number] = (search.get('done') ?? '').split('.')
  const id = Number(number)
  if (kind === 'archived' && page.archivedAt) {
    const fields = { version: String(page.version) }
    return { done: 'Account archived', action: href('/restoration'), fields, at: page.archivedAt }
  }
  const contract = page.contracts.find((one) => one.id === id)
  if (kind === 'contract' && contract?.endedOn) {
    const fields = { version: String(contract.version) }
    const action = href(`/contracts/${id}/reopening`)
    return { done: 'Contract ended', action, fields, at: contract.updatedAt }
  }
  const outcome = outcomes.find((one) => one.id === id)
  if (kind === 'outcome' && outcome) {
    const action = href(`/outcomes/${id}/removal`)
    return { done: 'Outcome recorded', action, fields: {}, at: outcome.recordedAt }
  }
  const deal = page.opportunities.find((one) => one.id === id)
  if (kind === 'opportunity' && deal && deal.state !== 'open') {
    const fields = { version: String(deal.version), state: 'open' }
    const action = href(`/opportunities/${id}/outcome`)
    return { done: `Opportunity ${deal.state}`, action, fields, at: deal.updatedAt }
  }
  return null
}
