import type { ExposureBadge, ExposureExclusion } from './types.ts'

/** Badges of exposures that somebody can do something about. */
export const FLAGS = [
  'no_rate',
  'overdue',
  'missing_date',
  'many_claims',
] as const satisfies ExposureBadge[]

/** What is missing or wrong in the records, as far as it costs the score something. */
export type DataQualityReason =
  | ExposureExclusion
  | (typeof FLAGS)[number]
  | 'expired_claim'
  | 'stale_claim'
  | 'no_arr'
  | 'unknown_health'
  | 'off_scale'

export type DataQualityRow = {
  reason: DataQualityReason
  account: { id: number; name: string }
  /** An account stands for itself, by its own number. */
  subject: { kind: 'account' | 'contract' | 'opportunity' | 'request'; id: number; name: string }
}

/** What each reason does to the score, and what mends it; the gravest first. */
export const DATA_QUALITY_WORDS: Readonly<
  Record<DataQualityReason, { title: string; advice: string }>
> = {
  no_rate: {
    title: 'Currency without a plan rate',
    advice: 'It counts nothing. An admin adds the rate in the settings.',
  },
  no_arr: {
    title: 'Customer without ARR',
    advice: 'Its requests count for no money. Add its contract, or the parent’s that covers it.',
  },
  long_overdue: {
    title: 'More than 90 days overdue',
    advice: 'It does not count. Renew or end the contract; win, lose or date the opportunity.',
  },
  overdue: {
    title: 'Renewal or close date passed',
    advice: 'Only a promise still counts for it. Record how it was decided, or correct the date.',
  },
  no_amount: {
    title: 'Opportunity without an amount',
    advice: 'It does not count until its amount is known.',
  },
  no_date: {
    title: 'Opportunity without a close date',
    advice: 'It does not count until its close date is known.',
  },
  no_probability: {
    title: 'Opportunity without a probability',
    advice: 'It does not count. Write its probability, or set one for its stage in the settings.',
  },
  off_scale: {
    title: 'Value off the scale',
    advice:
      'More than 100 times the middle contract, a notice of more than a year, or a renewal more than ten years ahead. Correct it if it was mistyped.',
  },
  many_claims: {
    title: 'More claimed than anybody can lose',
    advice:
      'Its requests claim so much that each is scaled down and none stands out. Ask the CSM for the five that matter most, and for the true importance of the others.',
  },
  missing_date: {
    title: 'Contract without a renewal date',
    advice: 'It counts as if it were decided in 180 days. Write the date, or that it is evergreen.',
  },
  unknown_health: {
    title: 'Health unknown',
    advice: 'It counts as 65 of 100. Say how the customer is.',
  },
  expired_claim: {
    title: 'Claim that nobody confirmed for too long',
    advice: 'It no longer counts. Ask the customer whether it still holds, and confirm it.',
  },
  stale_claim: {
    title: 'Blocker or critical claim, unconfirmed for 90 days',
    advice: 'It weighs less every day. Ask the customer whether it still holds, and confirm it.',
  },
}
