import { contractsTouched } from '#app/domain/accounts/contract-rules.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import type { Lifecycle } from '#db/constants.ts'

export type StakeAccount = { id: number; parentId: number | null; lifecycle: Lifecycle }

type Contract = Parameters<typeof contractsTouched>[1][number] & { id: number }

/** Contracts and opportunities, by number. */
export type Stake = { contractIds: number[]; opportunityIds: number[] }

/**
 * What a request of the account puts at stake unless it says otherwise. Source: docs/model.md.
 *
 * @param opportunities the account's open ones that are no renewal deals
 * @param productLineId the request's product line
 */
export function defaultStake(
  account: StakeAccount,
  {
    contracts,
    opportunities,
  }: { contracts: readonly Contract[]; opportunities: readonly { id: number }[] },
  productLineId: number,
  today: IsoDate,
): Stake {
  const touched = contractsTouched(account, contracts, productLineId, today)
  const named = account.lifecycle === 'prospect' && opportunities.length === 1 ? opportunities : []
  return {
    contractIds: touched.map(({ id }) => id),
    opportunityIds: named.map(({ id }) => id),
  }
}

/** Whether two lists hold the same numbers, in whatever order. */
export function sameIds(a: readonly number[], b: readonly number[]): boolean {
  const inB = new Set(b)
  return new Set(a).size === inB.size && a.every((id) => inB.has(id))
}
