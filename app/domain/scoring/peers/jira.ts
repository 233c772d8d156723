import { sumOf } from '#app/lib/numbers.ts'
import type { Importance } from '#db/constants.ts'

import { ARR, arrOfAsking, askingAccounts, meanOf } from './asking.ts'
import type { Peer } from './types.ts'

/** Over all ideas: the largest becomes 100 and the smallest 0, where values of none below 0 have 0 as their smallest. */
export function normalise(values: readonly number[]): number[] {
  const smallest = values.reduce((least, value) => Math.min(least, value), 0)
  const span = values.reduce((most, value) => Math.max(most, value), smallest) - smallest
  return values.map((value) => (span > 0 ? (100 * (value - smallest)) / span : 0))
}

/** The weighted score of each idea: N(N(P1)·w1 + N(P2)·w2 + …). All fields have a value for each idea, in one order. */
export function weightedScore(
  fields: readonly { values: readonly number[]; weight: number }[],
): number[] {
  const columns = fields.map(({ values, weight }) => ({ values: normalise(values), weight }))
  const ideas = fields[0]?.values.length ?? 0
  return normalise(
    Array.from({ length: ideas }, (_, i) =>
      sumOf(columns, ({ values, weight }) => (values[i] ?? 0) * weight),
    ),
  )
}

const LEVELS: Readonly<Record<Importance, number>> = { blocker: 4, critical: 3, major: 2, minor: 1 }

export const jira: Peer = {
  name: 'Jira Product Discovery',
  formula: 'Weighted score: each field is set against the largest of the list, 0 to 100',
  mapping: [
    'Fields of equal weight: accounts that ask, their whole ARR, their importance (minor 1 to blocker 4, the mean)',
    'Cost counts against it, with the same weight',
  ],
  unit: 'points',
  revenue: ARR,
  differs: ['whole', 'risk', 'saving', 'weight'],
  nothing: 'It is the last of the list, which Jira sets to 0',
  score: (backlog) => {
    const asking = backlog.items.map(({ requests }) => askingAccounts(requests, backlog))
    const accounts = asking.map((one) => one.length)
    const arr = asking.map(arrOfAsking)
    const importance = asking.map((one) => meanOf(one, ({ importance }) => LEVELS[importance]))
    const costs = backlog.items.map(({ cost }) => cost)
    const scores = weightedScore([
      { values: accounts, weight: 0.25 },
      { values: arr, weight: 0.25 },
      { values: importance, weight: 0.25 },
      { values: costs, weight: -0.25 },
    ])
    return scores.map((score, i) => ({
      score,
      parts: [
        { name: 'accounts', value: accounts[i] ?? 0, unit: 'count' },
        { name: 'ARR', value: arr[i] ?? 0, unit: 'money' },
        { name: 'importance', value: importance[i] ?? 0, unit: 'points' },
        { name: 'cost', value: costs[i] ?? 0, unit: 'weeks' },
      ],
    }))
  },
}
