import type { ImportOutcome } from '#db/constants.ts'

import { diffRow, type FieldChange, type FieldValues } from './diff.ts'
import type { References } from './references.ts'
import type { RowProblem } from './row-context.ts'

/** What applying a row would do. */
export type Plan = {
  outcome: ImportOutcome
  /** Why it is wrong or aside; of other rows, what is left out of it. */
  problems: RowProblem[]
  /** The record that is here already. */
  subjectId: number | null
  /** Changed fields: before and after. */
  diff: Record<string, FieldChange> | null
  /** What the row says, with references as the numbers of records. */
  fields: FieldValues
  /** Of a row kept aside: how it names its account. */
  reference: string | null
}

/** What every plan needs besides the row. */
export type PlanContext = {
  references: References
  /** The column that fills a field; null when none does. */
  columnOf: (field: string) => string | null
}

const NOTHING = { subjectId: null, diff: null, fields: {}, reference: null }

/** A row that cannot be imported. */
export function wrong(problems: RowProblem[]): Plan {
  return { ...NOTHING, outcome: 'wrong', problems }
}

/** A row whose account has to be found by hand. */
export function aside(problem: RowProblem, reference: string): Plan {
  return { ...NOTHING, outcome: 'aside', problems: [problem], reference }
}

/** A row that can be applied, beside the record that is here already. */
export function planned(
  fields: FieldValues,
  existing: { id: number; fields: FieldValues } | null,
  remarks: RowProblem[],
): Plan {
  const diff = diffRow(fields, existing?.fields ?? null)
  return {
    outcome: diff.outcome,
    problems: remarks,
    subjectId: existing?.id ?? null,
    diff: diff.outcome === 'changed' ? diff.changes : null,
    fields,
    reference: null,
  }
}

/** Finds what a row names and gathers why it cannot be: `problems` stop the row, `remarks` do not. */
export class PlanNotes {
  readonly problems: RowProblem[] = []
  readonly remarks: RowProblem[] = []
  readonly #columnOf: PlanContext['columnOf']

  constructor({ columnOf }: PlanContext) {
    this.#columnOf = columnOf
  }

  refuse(field: string, message: string): void {
    this.problems.push(this.at(field, message))
  }

  remark(field: string, message: string): void {
    this.remarks.push(this.at(field, message))
  }

  at(field: string, message: string): RowProblem {
    return { column: this.#columnOf(field), message }
  }
}

/** What a changed row writes. */
export function changesOf({ diff }: Plan): FieldValues {
  return Object.fromEntries(Object.entries(diff ?? {}).map(([key, change]) => [key, change.after]))
}
