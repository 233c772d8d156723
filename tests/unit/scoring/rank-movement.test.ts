import { describe, expect, it } from 'vitest'

import { rankMovement } from '#app/domain/scoring/rank-movement.ts'

const ranking = (scores: Record<string, number>) =>
  Object.entries(scores).map(([id, score]) => ({ id, score, costMean: 1 }))

describe('rankMovement', () => {
  const before = ranking({ A: 100, B: 90, C: 50 })
  const after = ranking({ A: 80, B: 85, C: 95 })

  it.each([
    ['A', { from: 1, to: 3, own: 1.5, field: 0.5 }],
    // B: 90 among {80, 95} is 2, 85 among {100, 50} is 2: it stays, whoever moves.
    ['B', { from: 2, to: 2, own: 0, field: 0 }],
    ['C', { from: 3, to: 1, own: -1.5, field: -0.5 }],
  ])('the worked example: %s', (id, wanted) => {
    expect(rankMovement(id, before, after)).toEqual(wanted)
  })

  it('is all the field where its own score stood still', () => {
    const moved = rankMovement('A', before, ranking({ A: 100, B: 120, C: 50 }))
    expect(moved).toEqual({ from: 1, to: 2, own: 0, field: 1 })
  })

  it('is the field’s too where others came or went', () => {
    const moved = rankMovement('C', before, ranking({ B: 90, C: 50, D: 10 }))
    expect(moved).toEqual({ from: 3, to: 2, own: 0, field: -1 })
  })

  it('breaks ties as the backlog does: lower cost first', () => {
    const cheap = [...ranking({ A: 10 }), { id: 'B', score: 10, costMean: 0.5 }]
    expect(rankMovement('A', ranking({ A: 10, B: 5 }), cheap)?.to).toBe(2)
  })

  it('is none for an item that was not ranked', () => {
    expect(rankMovement('D', before, after)).toBeNull()
  })
})
