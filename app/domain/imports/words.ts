import type { ImportKind, ImportOutcome, ImportState } from '#db/constants.ts'

import type { RowFilter } from './row-filter.ts'

export const KIND_WORDS: Readonly<Record<ImportKind, string>> = {
  accounts: 'Accounts',
  contracts: 'Contracts',
  opportunities: 'Opportunities',
  requests: 'Requests',
  outcomes: 'Outcomes of renewals',
}

export const STATE_WORDS: Readonly<Record<Exclude<ImportState, 'uploading'>, string>> = {
  uploaded: 'not checked yet',
  checking: 'checking',
  checked: 'not applied yet',
  applying: 'applying',
  applied: 'applied',
  undoing: 'undoing',
  undone: 'undone',
}

export const OUTCOME_WORDS: Readonly<Record<ImportOutcome, string>> = {
  new: 'New',
  changed: 'Changed',
  unchanged: 'Unchanged',
  wrong: 'Wrong',
  aside: 'Kept aside',
}

export const FILTER_WORDS: Readonly<Record<RowFilter, string>> = {
  ...OUTCOME_WORDS,
  conflict: 'Not applied',
  kept: 'Not undone',
}
