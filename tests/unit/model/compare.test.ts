import { describe, expect, test } from 'vitest'

import { compareAccounts } from '#app/domain/model/compare-accounts.ts'
import { compareRankings } from '#app/domain/model/compare-rankings.ts'
import { compareTotals, sumsOf } from '#app/domain/model/compare-totals.ts'
import { withValues, type Values } from '#app/domain/model/values.ts'
import { scoreBacklog } from '#app/domain/scoring/score.ts'
import type { ScoreResult } from '#app/domain/scoring/types.ts'
import { example } from '#tests/support/vectors.ts'
import { item, link, renewal, score } from '#tests/support/score-input.ts'

const scoreExample = (values: Values = {}): ScoreResult =>
  scoreBacklog({ ...example, parameters: withValues(example.parameters, values) })

const RANKED = example.input.items.map(({ id, title }) => ({ id, title }))

/** Items of which the scores are the given ones. */
function scored(scores: Readonly<Record<string, number>>) {
  const [first] = score([renewal()]).items
  if (!first) throw new Error('Nothing is scored')
  return Object.entries(scores).map(([id, value]) => ({ ...first, id, score: value }))
}

describe('the order', () => {
  test('that is turned around', () => {
    // Ranks 1, 2, 3 become 3, 2, 1: 1 - 6 * (4 + 0 + 4) / (3 * 8) = -1.
    const ranked = ['A', 'B', 'C'].map((id) => ({ id, title: id }))
    const change = compareRankings(
      scored({ A: 100, B: 90, C: 50 }),
      scored({ A: 80, B: 85, C: 95 }),
      ranked,
    )
    expect(change).toEqual({
      moves: [
        { id: 'C', title: 'C', rank: [3, 1], score: [50, 95] },
        { id: 'A', title: 'A', rank: [1, 3], score: [100, 80] },
        { id: 'B', title: 'B', rank: [2, 2], score: [90, 85] },
      ],
      newPlaces: 2,
      newScores: 3,
      ranked: 3,
      kept: [
        { of: 3, stay: 3 },
        { of: 3, stay: 3 },
      ],
      correlation: -1,
    })
  })

  test('of the first ten is kept by those that stay among them', () => {
    const ids = Array.from({ length: 12 }, (_, i) => `R${String(i + 1).padStart(2, '0')}`)
    const ranked = ids.map((id) => ({ id, title: id }))
    const before = Object.fromEntries(ids.map((id, i) => [id, 100 - i]))
    const { kept, moves, correlation } = compareRankings(
      scored(before),
      scored({ ...before, R12: 200 }),
      ranked,
    )
    expect(kept).toEqual([
      { of: 10, stay: 9 },
      { of: 12, stay: 12 },
    ])
    expect(moves[0]).toMatchObject({ id: 'R12', rank: [12, 1] })
    // One moves eleven places, eleven move one: 1 - 6 * (121 + 11) / (12 * 143).
    expect(correlation).toBeCloseTo(1 - 792 / 1716, 12)
    expect(moves).toHaveLength(12)
  })

  test('leaves out what is not ranked, and does not move for nothing', () => {
    const both = scored({ A: 100, B: 90, C: 50 })
    const ranked = ['A', 'C'].map((id) => ({ id, title: id }))
    expect(compareRankings(both, both, ranked)).toMatchObject({
      moves: [],
      ranked: 2,
      correlation: 1,
    })
  })
})

describe('expansions that count twice', () => {
  const before = scoreExample()
  const after = scoreExample({ 'kind.expansion': 2 })
  // Section 9 of the model: the only expansion is X7 of Bosphorus Retail, and only R4 asks for it: 8,276.876888.
  const MORE = 8276.876888

  test('double what they bring to R4, and nothing else', () => {
    const { moves } = compareRankings(before.items, after.items, RANKED)
    expect(moves).toHaveLength(1)
    const [move] = moves
    expect(move).toMatchObject({ id: 'R4', rank: [3, 3] })
    expect(move?.score[0]).toBeCloseTo(1669.006987, 5)
    expect(move?.score[1]).toBeCloseTo((9839.548474 + MORE) / 5.895451, 2)
  })

  test('give their account share, and take it from all others', () => {
    const { gain, lose, others, total } = compareAccounts(before.items, after.items)
    expect(gain.map(({ account }) => account)).toEqual(['Bosphorus Retail'])
    // X2 brings 3,854.037027 + 1,015.611530, X7 8,276.876888.
    expect(gain[0]?.value[0]).toBeCloseTo(13_146.525445, 5)
    expect(gain[0]?.value[1]).toBeCloseTo(13_146.525445 + MORE, 5)
    expect(total[0]).toBeCloseTo(126_133.808283, 5)
    expect(total[1]).toBeCloseTo(126_133.808283 + MORE, 5)
    expect(lose[0]?.account).toBe('Anadolu Lojistik')
    // Delta Tech brings 307 of 126,134: its share moves by less than can be shown.
    expect(others).toMatchObject({ accounts: 1 })
    const told = [...gain, ...lose, others].reduce((sum, { value }) => sum + value[1], 0)
    expect(told).toBeCloseTo(total[1], 6)
  })

  test('change the value, and no raw money', () => {
    const totals = compareTotals([[sumsOf(before), sumsOf(after)]])
    expect(totals.value[1] - totals.value[0]).toBeCloseTo(MORE, 5)
    for (const figure of [totals.arrAtRisk, totals.canSave, totals.baseline]) {
      expect(figure[1]).toBe(figure[0])
    }
    expect(totals.arrAtRisk[0]).toBeCloseTo(352_357.166992, 5)
    expect(totals.canSave[0]).toBeCloseTo(156_161.79685, 5)
    expect(totals.reconciles).toBe(true)
  })
})

test('accounts that are not named are told together, so that the columns add up', () => {
  const many = Array.from({ length: 30 }, (_, i) =>
    renewal({ id: `X${i}`, account: `Account ${i}`, health: 20 + 2 * i, amount: 1000 * (i + 1) }),
  )
  const asks = many.map(({ id }) => link({ x: id }))
  const before = score(many, asks, [item()])
  const after = score(
    many.map((one) => ({ ...one, health: 50 })),
    asks,
    [item()],
  )
  const { gain, lose, others, total } = compareAccounts(before.items, after.items)
  expect([gain.length, lose.length, others.accounts]).toEqual([8, 8, 14])
  for (const when of [0, 1] as const) {
    const sum = [...gain, ...lose, others].reduce((all, { value }) => all + value[when], 0)
    expect(sum).toBeCloseTo(total[when], 6)
  }
})
