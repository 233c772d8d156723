import type { ExposureBadge, ExposureExclusion } from './types.ts'

/** What is missing or wrong in the records, as far as it costs the score something. */
export type DataQualityReason =
  ExposureExclusion | 'expired_claim' | Extract<ExposureBadge, 'no_rate' | 'missing_date'>

export type DataQualityRow = {
  reason: DataQualityReason
  account: { id: number; name: string }
  subject: { kind: 'contract' | 'opportunity' | 'request'; id: number; name: string }
}

/** What each reason does to the score, and what mends it; the gravest first. */
export const DATA_QUALITY_WORDS: Readonly<
  Record<DataQualityReason, { title: string; advice: string }>
> = {
  no_rate: {
    title: 'Currency without a plan rate',
    advice: 'It counts nothing. An admin adds the rate in the settings.',
  },
  long_overdue: {
    title: 'More than 90 days overdue',
    advice: 'It does not count. Renew or end the contract; win, lose or date the opportunity.',
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
  missing_date: {
    title: 'Contract without a renewal date',
    advice: 'It counts as if it were decided in 180 days. Write the date, or that it is evergreen.',
  },
  expired_claim: {
    title: 'Claim that nobody confirmed for too long',
    advice: 'It no longer counts. Ask the customer whether it still holds, and confirm it.',
  },
}
