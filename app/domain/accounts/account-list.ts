import type { IsoDate } from '#app/lib/dates.ts'

import type { AccountSummary } from './account-summary.ts'
import type { Arr } from './contract-rules.ts'

export type AccountListRow = AccountSummary & { requests: number }

/** One page of accounts, and the totals of all that pass the filter. */
export type AccountList = {
  rows: AccountListRow[]
  /** Accounts that pass the filter. */
  total: number
  /** ARR of all of them; null for who may not read revenue. */
  arr: Arr | null
  /** Places of the pages beside this one, for `before` and `after`. */
  before: string | null
  after: string | null
  today: IsoDate
}

/** Words that accounts carry, for filters and for suggestions in forms. */
export type AccountWords = Record<'segments' | 'regions' | 'industries' | 'plans', string[]>

/** Somebody or something to choose. */
export type Choice = { id: number; name: string }
