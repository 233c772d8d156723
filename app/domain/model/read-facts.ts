import { LARGEST_WEIGHT, SMALLEST_WEIGHT } from '#app/domain/accounts/rules.ts'
import { amountInput, amountText, moneyFrom } from '#app/domain/accounts/fields.ts'
import type { Money } from '#app/domain/money.ts'
import { day } from '#app/lib/fields.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import type { ContractPeriod } from '#db/constants.ts'

import type { AccountFacts } from './account-facts.ts'
import { readNumber, writeNumber, type Faults, type Typed } from './what-if-address.ts'

/** An account of which something can be supposed, as it is. */
export type SupposableAccount = {
  id: number
  name: string
  /** 0 to 100, or null when unknown. */
  health: number | null
  strategic: number
  contracts: readonly {
    id: number
    name: string | null
    amount: Money
    period: ContractPeriod
    renewsOn: IsoDate | null
  }[]
}

export type ReadFacts = {
  /** Null where something is wrong, or nothing is supposed. */
  facts: AccountFacts | null
  changed: Typed
  faults: Faults
}

/** The fields of an account's facts, filled with what is known. */
export function writeFacts({ health, strategic, contracts }: SupposableAccount): Typed {
  return {
    health: health === null ? '' : String(health),
    strategic: writeNumber(strategic),
    ...Object.fromEntries(
      contracts.flatMap(({ id, amount, renewsOn }) => [
        [`amount.${id}`, amountInput(amount)],
        [`renews.${id}`, renewsOn ?? ''],
      ]),
    ),
  }
}

type Read<T> = { value: T } | { fault: string }

function readRange(text: string, least: number, most: number): Read<number> {
  const value = readNumber(text)
  return value === null || value < least || value > most
    ? { fault: `From ${least} to ${most}.` }
    : { value }
}

function readAmount(text: string, currency: string): Read<Money> {
  const digits = amountText.safeParse(text)
  if (!digits.success) return { fault: digits.error.issues[0]?.message ?? '' }
  const money = moneyFrom(digits.data, currency)
  return 'problem' in money ? { fault: money.problem } : { value: money }
}

function readDay(text: string): Read<IsoDate> {
  const read = day.safeParse(text)
  return read.success ? { value: read.data } : { fault: read.error.issues[0]?.message ?? '' }
}

/** What is supposed of the account where it differs from what is known. */
export function readFacts(typed: Typed, account: SupposableAccount): ReadFacts {
  const known = writeFacts(account)
  const changed: Record<string, string> = {}
  const faults: Record<string, string> = {}
  /** The value of a field that says something else than what is known. */
  function other<T>(name: string, read: (text: string) => Read<T>): T | undefined {
    const text = typed[name]
    if (text === undefined || text === known[name]) return undefined
    changed[name] = text
    const result = read(text)
    if ('value' in result) return result.value
    faults[name] = result.fault
    return undefined
  }
  const facts = {
    accountId: account.id,
    health: other('health', (text) => readRange(text, 0, 100)),
    strategic: other('strategic', (text) => readRange(text, SMALLEST_WEIGHT, LARGEST_WEIGHT)),
    amounts: new Map<number, Money>(),
    renewals: new Map<number, IsoDate>(),
  }
  for (const { id, amount } of account.contracts) {
    const money = other(`amount.${id}`, (text) => readAmount(text, amount.currency))
    if (money) facts.amounts.set(id, money)
    const renewsOn = other(`renews.${id}`, readDay)
    if (renewsOn !== undefined) facts.renewals.set(id, renewsOn)
  }
  const stands = Object.keys(changed).length > 0 && Object.keys(faults).length === 0
  return { facts: stands ? facts : null, changed, faults }
}
