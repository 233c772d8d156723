import type { ScoredItem } from '#app/domain/scoring/types.ts'
import { compareIds } from '#app/lib/natural-order.ts'
import { sumOf } from '#app/lib/numbers.ts'

/** Value that an account brings before and after, base units, and its share of all value, 0 to 1. */
export type AccountChange = {
  accountId: string
  account: string
  value: readonly [number, number]
  share: readonly [number, number]
}

/** What the rest of the accounts bring, so that a table adds up. */
export type AccountChanges = {
  gain: AccountChange[]
  lose: AccountChange[]
  others: { accounts: number; value: readonly [number, number]; share: readonly [number, number] }
  total: readonly [number, number]
}

/** How many gainers and losers are named. */
const NAMED = 8

/** Half of the least change of a share that is shown. */
const LEAST = 0.0005

/** Whose money carries more of the value, and whose less; the largest change of share first. */
export function compareAccounts(
  before: readonly ScoredItem[],
  after: readonly ScoredItem[],
): AccountChanges {
  const [was, is] = [valuesOf(before), valuesOf(after)]
  const names = new Map([...was.names, ...is.names])
  const total = [was.total, is.total] as const
  const all = [...names].map(([accountId, account]): AccountChange => {
    const value = [was.values.get(accountId) ?? 0, is.values.get(accountId) ?? 0] as const
    return { accountId, account, value, share: sharesOf(value, total) }
  })
  const change = ({ share }: AccountChange) => share[1] - share[0]
  const order = all.sort((a, b) => change(b) - change(a) || compareIds(a.accountId, b.accountId))
  const gain = order.filter((one) => change(one) > LEAST).slice(0, NAMED)
  const lose = order
    .filter((one) => change(one) < -LEAST)
    .slice(-NAMED)
    .reverse()
  const named = new Set([...gain, ...lose])
  const rest = order.filter((one) => !named.has(one))
  const value = [sumOf(rest, (one) => one.value[0]), sumOf(rest, (one) => one.value[1])] as const
  return {
    gain,
    lose,
    others: { accounts: rest.length, value, share: sharesOf(value, total) },
    total,
  }
}

function sharesOf(value: readonly [number, number], total: readonly [number, number]) {
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0)
  return [share(value[0], total[0]), share(value[1], total[1])] as const
}

function valuesOf(items: readonly ScoredItem[]) {
  const values = new Map<string, number>()
  const names = new Map<string, string>()
  for (const { parts } of items) {
    for (const { accountId, account, value } of parts) {
      values.set(accountId, (values.get(accountId) ?? 0) + value)
      names.set(accountId, account)
    }
  }
  return { values, names, total: sumOf(items, (item) => item.value) }
}
