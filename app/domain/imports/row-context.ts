import { annualise, convert, fromMajor, isCurrency, toMajor } from '#app/domain/money.ts'
import type { Money, PlanRates } from '#app/domain/money.ts'
import type { ContractPeriod } from '#db/constants.ts'
import type { Amount } from './cells.ts'
import type { Mapping } from './mapping.ts'

/** Why a row cannot be imported; `column` is null when it concerns the row. */
export type RowProblem = { column: string | null; message: string }

/** Field keys to values; a key is missing when the field is to be left alone. */
export type Values = Readonly<Record<string, unknown>>

/** Base units above which an amount asks to be confirmed. */
const LARGE = 1_000_000_000

/** One row while it becomes a record: its values, and what the rules over several cells find. */
export class RowContext {
  readonly problems: RowProblem[] = []
  readonly large: RowProblem[] = []
  readonly mapping: Mapping
  readonly values: Values
  readonly #rates: PlanRates

  constructor(mapping: Mapping, rates: PlanRates, values: Values) {
    this.mapping = mapping
    this.values = values
    this.#rates = rates
  }

  /** Records that the row cannot be imported because of the field `key`. */
  refuse(key: string, message: string): void {
    this.problems.push({ column: this.#column(key), message })
  }

  /** The account as contracts, opportunities and requests name it. */
  account(): Record<string, unknown> {
    const {
      account_external_id: externalId,
      account_domain: domain,
      account_name: name,
    } = this.values
    return { externalId, domain, name }
  }

  /** The amount of the field `key` in its currency; undefined without one, or when it was refused. */
  money(key: string, period: ContractPeriod): Money | undefined {
    const amount = this.values[key] as Amount | undefined
    const currency = amount && this.#currency(key, amount)
    if (!amount || !currency) return undefined
    const money = fromMajor(amount.value, currency)
    const annual = annualise(money, period)
    if ((convert(annual, this.#rates) ?? toMajor(annual)) > LARGE) {
      const limit = `${LARGE.toLocaleString('en')} ${this.#rates.base}`
      const message = `This comes to more than ${limit} a year. Confirm that it is right.`
      this.large.push({ column: this.#column(key), message })
    }
    return money
  }

  /** What the currency column says, then the sign at the amount, then the import's currency; they must not disagree. */
  #currency(key: string, { mark }: Amount): string | undefined {
    const told = this.values.currency as string | undefined
    const usual = this.mapping.currency
    if (mark === null) return told ?? usual
    if (told !== undefined) {
      if (told === mark.code || mark.also.includes(told)) return told
      this.refuse(key, `The amount says “${mark.text}”, but the currency column says ${told}.`)
    } else if (mark.also.includes(usual)) {
      return usual
    } else if (mark.code === null) {
      this.refuse(key, `“${mark.text}” can be ${mark.also.join(' or ')}. Choose a currency column.`)
    } else if (isCurrency(mark.code)) {
      return mark.code
    } else {
      this.refuse(key, `“${mark.text}” is not a currency.`)
    }
    return undefined
  }

  #column(key: string): string | null {
    return this.mapping.columns[key] ?? null
  }
}
