import { sumOf } from '#app/lib/numbers.ts'

import { ARR, arrOfAsking, askingAccounts, meanOf } from './asking.ts'
import { CONFIDENCE } from './rice.ts'
import type { Peer } from './types.ts'

/** How Canny brings a factor of each kind to 0 to 100. */
export const NORMAL = {
  /** 0 to 10, squared. */
  ten: (value: number) => value ** 2,
  /** 0 to 233, as a share of 233. */
  fibonacci: (value: number) => (100 * value) / 233,
  /** 0 to 5 stars, doubled and then squared. */
  stars: (value: number) => (2 * value) ** 2,
  checkbox: (value: boolean) => (value ? 100 : 0),
  /** Against the highest of the roadmap. */
  votes: (value: number, highest: number) => (highest > 0 ? (100 * value) / highest : 0),
} as const

export type Weighted = { value: number; weight: number }

function weightedMean(factors: readonly Weighted[]): number {
  return sumOf(factors, ({ value, weight }) => value * weight) / sumOf(factors, (one) => one.weight)
}

/** Weighted mean of the impacts (0 to 100) × percentages (as shares) × 1000 ÷ weighted mean of the efforts (0 to 100). */
export function canny({
  impacts,
  percentages,
  efforts,
}: {
  impacts: readonly Weighted[]
  percentages: readonly number[]
  efforts: readonly Weighted[]
}): number {
  const sure = percentages.reduce((product, share) => product * share, 1)
  return (weightedMean(impacts) * sure * 1000) / weightedMean(efforts)
}

const FIBONACCI = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233]

/** The number of the series that is nearest to so many weeks, the smaller of two as near. */
export function nearestFibonacci(weeks: number): number {
  return FIBONACCI.reduce((best, one) =>
    Math.abs(one - weeks) < Math.abs(best - weeks) ? one : best,
  )
}

export const cannyPeer: Peer = {
  name: 'Canny',
  formula: 'Mean of the impacts, 0 to 100 × percentage × 1000 ÷ effort, 0 to 100',
  mapping: [
    'Impacts of equal weight: requests and whole ARR of the accounts that ask, each against the largest of the list',
    'Percentage: 50 % without evidence, 80 % for a CSM’s belief, 100 % for what the customer said or wrote; the mean',
    'Effort: expected engineer-weeks as the nearest Fibonacci number, of 233',
  ],
  unit: 'points',
  revenue: ARR,
  differs: ['whole', 'risk', 'saving', 'weight', 'repeats'],
  nothing: 'Nobody asks for it',
  score: (backlog) => {
    const rows = backlog.items.map(({ requests, cost }) => {
      const asking = askingAccounts(requests, backlog)
      return {
        votes: requests.length,
        arr: arrOfAsking(asking),
        sure: meanOf(asking, ({ evidence }) => CONFIDENCE[evidence]),
        effort: nearestFibonacci(cost),
      }
    })
    const mostVotes = rows.reduce((most, { votes }) => Math.max(most, votes), 0)
    const mostArr = rows.reduce((most, { arr }) => Math.max(most, arr), 0)
    return rows.map(({ votes, arr, sure, effort }) => ({
      score: canny({
        impacts: [
          { value: NORMAL.votes(votes, mostVotes), weight: 1 },
          { value: NORMAL.votes(arr, mostArr), weight: 1 },
        ],
        percentages: [sure],
        efforts: [{ value: NORMAL.fibonacci(effort), weight: 1 }],
      }),
      parts: [
        { name: 'votes', value: votes, unit: 'count' },
        { name: 'ARR', value: arr, unit: 'money' },
        { name: 'percentage', value: sure, unit: 'percent' },
        { name: 'effort', value: effort, unit: 'points' },
      ],
    }))
  },
}
