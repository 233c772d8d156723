import type { ChangeSubject } from '#db/constants.ts'

import type { Plan } from './plan.ts'
import type { ImportedRecord } from './records.ts'
import type { ImportSettings } from './settings.ts'

/** One import, as its rows need it. */
export type ImportScope = { importId: number; settings: Pick<ImportSettings, 'mapping' | 'lines'> }

/** A typed row of the file, and the account chosen for it by hand. */
export type BatchRow = { row: number; record: ImportedRecord; matchedId: number | null }

/** The contract that a row wrote besides its own record; null before means that it was made. */
export type Besides = { contractId: number; before: Record<string, unknown> | null }

/** The record that a row became. */
export type Written = { row: number; subjectId: number; besides: Besides | null }

/** Some rows beside what is here: what each would do, and how to do it in the same transaction. */
export type Batch = {
  plans: ReadonlyMap<number, Plan>
  /** Applies rows of the batch whose plan is new or changed. */
  write: (rows: readonly number[]) => Promise<Written[]>
}

/** What the rows of each kind become; how a renewal was decided is told of its contract. */
export const SUBJECTS = {
  accounts: 'account',
  contracts: 'contract',
  opportunities: 'opportunity',
  requests: 'request',
  outcomes: 'contract',
} as const satisfies Record<ImportedRecord['kind'], ChangeSubject>
