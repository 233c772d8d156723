import { sum, sumOf } from '#app/lib/numbers.ts'

import type { Part } from './types.ts'

/** How a value is spread over accounts. */
export type Concentration = {
  accounts: number
  /** Herfindahl index, the sum of squared shares: 1 for one account, 1/n for n alike, 0 without value. */
  hhi: number
  /** Largest account's share, 0 to 1, and the value without it. */
  topShare: number
  withoutTop: number
}

/** How the parts of an item are spread over accounts: an account with two contracts is one. */
export function concentrationOf(
  parts: readonly Pick<Part, 'accountId' | 'value'>[],
): Concentration {
  const byAccount = new Map<string, number>()
  for (const { accountId, value } of parts) {
    byAccount.set(accountId, (byAccount.get(accountId) ?? 0) + value)
  }
  const values = [...byAccount.values()]
  const total = sumOf(parts, (part) => part.value)
  const top = Math.max(0, ...values)
  return {
    accounts: values.length,
    hhi: total > 0 ? sumOf(values, (one) => (one / total) ** 2) : 0,
    topShare: total > 0 ? top / total : 0,
    withoutTop: sum(values.toSpliced(values.indexOf(top), 1)),
  }
}
