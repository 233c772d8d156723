import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { DEFAULT_PARAMETERS } from '#app/domain/scoring/parameters.ts'
import { scoreBacklog } from '#app/domain/scoring/score.ts'
import type { ScoreInput } from '#app/domain/scoring/types.ts'
import { MOVE_CAUSES, whyMoved, type Moment } from '#app/domain/scoring/why-moved.ts'
import { scoreInput } from '#tests/support/score-arbitrary.ts'
import { item, link, renewal, TODAY } from '#tests/support/score-input.ts'
import { example } from '#tests/support/vectors.ts'
import vectors from '#tests/support/model-vectors.json'

const { to, R1, R2, R3, R4, R5 } = vectors.whyMoved

/** What `changes` of the worked example says in words. */
function later({ exposures, items, links }: ScoreInput): ScoreInput {
  return {
    exposures: exposures.map((one) => ({
      ...one,
      health: one.id === 'X1' ? 50 : one.health,
      amount: one.id === 'X2' ? 150_000 : one.amount,
    })),
    items: items.map((one) =>
      one.id === 'R1' ? { ...one, estimate: { p10: 6, p50: 8, p90: 14 } } : one,
    ),
    links: [
      ...links.map((one) => ({ ...one, ageDays: one.ageDays + 31 })),
      { x: 'X2', r: 'R4', severity: 'critical', evidence: 'customer_said', ageDays: 0 },
    ],
  }
}

describe('the worked example', () => {
  const after: Moment = { ...example, today: to, input: later(example.input) }

  it.each(Object.entries({ R1, R2, R3, R4, R5 }))('%s', (id, wanted) => {
    const { from, to, parts } = whyMoved(id, example, after)
    const found = [
      [from, wanted.from],
      [to, wanted.to],
      [parts.calendar, wanted.calendar],
      [parts.health, wanted.health],
      [parts.amounts, wanted.amounts],
      [parts.weights, wanted.weights],
      [parts.own_links, wanted.ownLinks],
      [parts.other_links, wanted.otherLinks],
      [parts.own_cost, wanted.ownCost],
      [parts.other_costs, wanted.otherCosts],
      [parts.model, 0],
    ] as const
    for (const [actual, expected] of found) expect(actual).toBeCloseTo(expected, 5)
  })
})

const moment = fc.record({
  today: fc.constantFrom(TODAY, '2026-03-01'),
  parameters: fc.constantFrom(1, 0.5).map((kReq) => ({ ...DEFAULT_PARAMETERS, kReq })),
  input: scoreInput,
})

/** The same parts whatever their order; a cause that stood still counts nothing, to the last bit. */
describe('P17', () => {
  it('the parts add up to the difference, and the way back is the way there', () => {
    fc.assert(
      fc.property(moment, moment, (before, after) => {
        const there = whyMoved('R0', before, after)
        const back = whyMoved('R0', after, before)
        const scale = Math.max(1, there.from, there.to)
        const total = MOVE_CAUSES.reduce((sum, cause) => sum + there.parts[cause], 0)
        expect(Math.abs(total - (there.to - there.from)) / scale).toBeLessThan(1e-9)
        for (const cause of MOVE_CAUSES) {
          expect(Math.abs(there.parts[cause] + back.parts[cause]) / scale).toBeLessThan(1e-9)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('what did not change counts nothing', () => {
    fc.assert(
      fc.property(moment, (before) => {
        const after: Moment = {
          ...before,
          input: {
            ...before.input,
            exposures: before.input.exposures.map((one) => ({ ...one, health: 20 })),
          },
        }
        const { health: _, ...others } = whyMoved('R0', before, after).parts
        expect(Object.values(others).every((part) => part === 0)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

describe('what comes and goes', () => {
  const before: Moment = {
    today: TODAY,
    parameters: DEFAULT_PARAMETERS,
    input: { exposures: [renewal()], items: [item()], links: [link()] },
  }
  const scored = (input: ScoreInput) => scoreBacklog({ ...before, input }).items[0]?.score ?? 0

  it('a customer that joins with its request: half to the amount, half to the request', () => {
    const input = {
      exposures: [renewal(), renewal({ id: 'X2', account: 'Ege' })],
      items: [item()],
      links: [link(), link({ x: 'X2' })],
    }
    const { parts } = whyMoved('R1', before, { ...before, input })
    const gain = scored(input) - scored(before.input)
    expect(parts.amounts).toBeCloseTo(gain / 2, 9)
    expect(parts.own_links).toBeCloseTo(gain / 2, 9)
  })

  it('a confirmation belongs to its request, growing old to the calendar', () => {
    const old: Moment = { ...before, input: { ...before.input, links: [link({ ageDays: 60 })] } }
    const { parts } = whyMoved('R1', old, before)
    expect(parts.own_links).toBeCloseTo(scored(before.input) - scored(old.input), 9)
    expect(parts.calendar).toBe(0)
  })

  it('an item that is new had no score', () => {
    const none: Moment = { ...before, input: { ...before.input, items: [], links: [] } }
    const { from, to, parts } = whyMoved('R1', none, before)
    expect([from, to]).toEqual([0, scored(before.input)])
    expect(parts.own_links).toBeCloseTo(to, 9)
  })
})
