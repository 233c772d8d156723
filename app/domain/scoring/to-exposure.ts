import { healthValue, weightOn } from '#app/domain/accounts/rules.ts'
import { annualise, planRate, toMajor, type PlanRates } from '#app/domain/money.ts'
import type { IsoDate } from '#app/lib/dates.ts'

import type { AccountRecord, ContractRecord, OpportunityRecord, Records } from './records.ts'
import type { ExposureInput } from './types.ts'

export const contractExposure = (id: number) => `contract:${id}`
export const opportunityExposure = (id: number) => `opportunity:${id}`

/** Fit against the current profile of the product line; with none, the best among current profiles; null without any. */
export function fitOf(
  { fits }: Pick<AccountRecord, 'fits'>,
  productLineId: number | null,
): number | null {
  const own = productLineId === null ? undefined : fits.get(productLineId)
  if (own !== undefined) return own
  return fits.size > 0 ? Math.max(...fits.values()) : null
}

function ofAccount(account: AccountRecord, productLineId: number | null, today: IsoDate) {
  return {
    account: account.name,
    accountId: String(account.id),
    health: healthValue(account),
    icp: fitOf(account, productLineId),
    strategic: weightOn(account, today),
  }
}

/** The renewal of an open contract. */
export function renewalExposure(
  contract: ContractRecord,
  account: AccountRecord,
  rates: PlanRates,
  today: IsoDate,
): ExposureInput {
  const { amountMinor: minor, currency, period } = contract
  return {
    ...ofAccount(account, contract.productLineId, today),
    id: contractExposure(contract.id),
    kind: 'renewal',
    amount: toMajor(annualise({ minor, currency }, period)),
    currency,
    fx: planRate(currency, rates),
    win: 1,
    date: contract.renewsOn,
    evergreen: contract.evergreen,
    notice: contract.noticeDays,
  }
}

/** What an open opportunity of an account can win. */
export function dealExposure(
  opportunity: OpportunityRecord,
  account: AccountRecord,
  { rates, stageProbabilities }: Records,
  today: IsoDate,
): ExposureInput {
  const { amountMinor: minor, currency, stage } = opportunity
  const customer = account.lifecycle === 'active' || account.lifecycle === 'onboarding'
  const percent =
    opportunity.probability ?? (stage === null ? undefined : stageProbabilities[stage])
  return {
    ...ofAccount(account, opportunity.productLineId, today),
    id: opportunityExposure(opportunity.id),
    // Winning somebody back is new business, whatever the CRM calls it.
    kind: opportunity.kind === 'expansion' && customer ? 'expansion' : 'new_business',
    amount: minor === null || currency === null ? null : toMajor({ minor, currency }),
    currency: currency ?? rates.base,
    fx: planRate(currency ?? rates.base, rates),
    win: percent === undefined ? null : percent / 100,
    date: opportunity.closesOn,
  }
}
