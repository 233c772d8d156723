import { orderEvidence } from './dates.ts'
import type { DateOrder } from './dates.ts'
import { markEvidence } from './numbers.ts'
import type { DecimalMark } from './numbers.ts'

/** What a whole column settles. `null` with `ask`: only the person who has the file knows. */
export type ColumnStyle<Style> = {
  style: Style | null
  ask: boolean
  /** Values that read both ways, for the question; at most 3. */
  examples: string[]
}

const MAX_EXAMPLES = 3

/** Gathers evidence value by value, so that a column of any length is judged in constant memory. */
class StyleSurvey<Style extends string> {
  readonly #styles: readonly [Style, Style]
  readonly #seen = new Set<Style>()
  readonly #examples: string[] = []

  constructor(styles: readonly [Style, Style]) {
    this.#styles = styles
  }

  protected add(evidence: Style | 'either' | 'ambiguous', text: string): void {
    if (evidence === 'either') return
    if (evidence !== 'ambiguous') this.#seen.add(evidence)
    else if (this.#examples.length < MAX_EXAMPLES) this.#examples.push(text.trim())
  }

  /** Values that read both ways are settled by proof for one style only; proof for both settles nothing. */
  result(): ColumnStyle<Style> {
    const [one, other] = this.#styles
    const mixed = this.#seen.has(one) && this.#seen.has(other)
    const proven = mixed ? null : ([...this.#seen][0] ?? null)
    return {
      style: proven,
      ask: proven === null && this.#examples.length > 0,
      examples: this.#examples,
    }
  }
}

/** The decimal mark of a column of numbers. */
export class DecimalMarkSurvey extends StyleSurvey<DecimalMark> {
  constructor() {
    super(['dot', 'comma'])
  }

  push(text: string): void {
    this.add(markEvidence(text) ?? 'either', text)
  }
}

/** The order of day and month of a column of dates, and whether some name a month only. */
export class DateOrderSurvey extends StyleSurvey<DateOrder> {
  #months: string[] = []

  constructor() {
    super(['dmy', 'mdy'])
  }

  push(text: string): void {
    const evidence = orderEvidence(text)
    if (evidence === 'month') {
      if (this.#months.length < MAX_EXAMPLES) this.#months.push(text.trim())
    } else {
      this.add(evidence ?? 'either', text)
    }
  }

  /** Values without a day, at most 3: which day is meant has to be asked. */
  get months(): string[] {
    return this.#months
  }
}
