import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { DEFAULT_PARAMETERS } from '#app/domain/scoring/parameters.ts'
import { buildReceipt } from '#app/domain/scoring/receipt.ts'
import { scoreBacklog } from '#app/domain/scoring/score.ts'
import { shipsWithin } from '#app/domain/scoring/timing.ts'
import type { ScoreInput } from '#app/domain/scoring/types.ts'
import { expectClose } from '#tests/support/close.ts'
import { itemOf, link, renewal, score, TODAY } from '#tests/support/score-input.ts'
import { hubInput, scoreInput } from '#tests/support/score-arbitrary.ts'
import { totalsOf } from '#tests/support/totals.ts'

const run = (input: ScoreInput) =>
  scoreBacklog({ today: TODAY, parameters: DEFAULT_PARAMETERS, input })

const numRuns = 200

describe('a backlog', () => {
  it('is finite, whatever it holds', () => {
    fc.assert(
      fc.property(scoreInput, (input) => {
        const text = JSON.stringify(run(input), (_key, value: unknown) => {
          if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
          return value
        })
        expect(text).not.toBe('')
      }),
      { numRuns },
    )
  })

  it('reconciles over any filter (P2, P3)', () => {
    fc.assert(
      fc.property(
        scoreInput,
        fc.func(fc.boolean()),
        fc.func(fc.boolean()),
        (input, item, exposure) => {
          const { arrAtRisk, value } = totalsOf(run(input), { item, exposure })
          expect(arrAtRisk.reconciles).toBe(true)
          expect(value.reconciles).toBe(true)
        },
      ),
      { numRuns },
    )
  })

  it('is the same to the last bit in any order (P13)', () => {
    const shuffled = scoreInput.chain((input) =>
      fc.record({
        input: fc.constant(input),
        exposures: fc.shuffledSubarray(input.exposures, { minLength: input.exposures.length }),
        items: fc.shuffledSubarray(input.items, { minLength: input.items.length }),
        links: fc.shuffledSubarray(input.links, { minLength: input.links.length }),
        submitters: fc.constant(input.submitters?.toReversed()),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ input, ...other }) => {
        expect(run(other)).toEqual(run(input))
      }),
      { numRuns: 100 },
    )
  })

  it('scales with its money, and minds no splitting of it (P8)', () => {
    fc.assert(
      fc.property(scoreInput, fc.integer({ min: 1, max: 100 }), (input, factor) => {
        const before = run(input)
        const scaled = run({
          ...input,
          exposures: input.exposures.map((x) => ({
            ...x,
            amount: x.amount === null ? null : x.amount * factor,
          })),
        })
        const halves = run({
          ...input,
          exposures: input.exposures.flatMap((x) =>
            ['', 'b'].map((half) => ({
              ...x,
              id: x.id + half,
              amount: x.amount === null ? null : x.amount / 2,
            })),
          ),
          links: input.links.flatMap((one) => [one, { ...one, x: `${one.x}b` }]),
        })
        for (const item of before.items) {
          expectClose(itemOf(scaled, item.id).value, item.value * factor)
          expectClose(itemOf(halves, item.id).value, item.value)
          expectClose(itemOf(halves, item.id).arrAtRisk, item.arrAtRisk)
        }
      }),
      { numRuns },
    )
  })

  it('shows receipts whose whole numbers add up (P18)', () => {
    fc.assert(
      fc.property(scoreInput, (input) => {
        for (const item of run(input).items) {
          const receipt = buildReceipt(item, { today: TODAY, currency: 'EUR' })
          const lines = receipt.lines.map(({ shown }) => shown)
          const entries = receipt.lines.flatMap((line) => line.entries.map(({ shown }) => shown))
          const add = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
          expect(receipt.total).toBe(Math.round(item.value))
          expect(add(lines)).toBe(receipt.total)
          expect(add(entries)).toBe(receipt.total)
        }
      }),
      { numRuns },
    )
  })

  it('ships in time no less likely for a later decision (P15)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -400, max: 2000 }),
        fc.nat(2000),
        fc.double({ min: 0.1, max: 200, noNaN: true }),
        fc.double({ min: 0.2, max: 1.2, noNaN: true }),
        (days, later, lead, sigma) => {
          const u = shipsWithin(days, lead, sigma)
          expect(u).toBeGreaterThanOrEqual(0)
          expect(u).toBeLessThanOrEqual(1)
          expect(shipsWithin(days + later, lead, sigma)).toBeGreaterThanOrEqual(u - 1e-15)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('values a request no more for an older claim (P15)', () => {
    const aged = scoreInput
      .filter(({ links }) => links.length > 0)
      .chain((input) =>
        fc.record({
          input: fc.constant(input),
          index: fc.nat(input.links.length - 1),
          by: fc.nat(1000),
        }),
      )
    fc.assert(
      fc.property(aged, ({ input, index, by }) => {
        // A "no" that fades can uncover an open claim of the same item; this is about claims that are open.
        const links = input.links.map((one) => ({ ...one, standing: 'open' as const }))
        const older = links.map((one, i) =>
          i === index ? { ...one, ageDays: one.ageDays + by } : one,
        )
        const item = String(links[index]?.r)
        const before = itemOf(run({ ...input, links }), item).value
        const after = itemOf(run({ ...input, links: older }), item).value
        expect(after).toBeLessThanOrEqual(before * (1 + 1e-9) + 1e-9)
      }),
      { numRuns: 500 },
    )
  })

  it('scores an item no higher for a larger cost (P15)', () => {
    const dearer = fc.record({
      input: scoreInput,
      index: fc.nat(4),
      factor: fc.double({ min: 1, max: 20, noNaN: true }),
    })
    fc.assert(
      fc.property(dearer, ({ input, index, factor }) => {
        const items = input.items.map((one, i) => {
          const estimate = one.estimate ?? { p10: 1, p50: 2, p90: 4 }
          const k = i === index ? factor : 1
          const scaled = { p10: estimate.p10 * k, p50: estimate.p50 * k, p90: estimate.p90 * k }
          return { before: { ...one, estimate }, after: { ...one, estimate: scaled } }
        })
        const before = run({ ...input, items: items.map((one) => one.before) })
        const after = run({ ...input, items: items.map((one) => one.after) })
        fc.pre(index < items.length)
        const id = `R${index}`
        expect(itemOf(after, id).score).toBeLessThanOrEqual(
          itemOf(before, id).score * (1 + 1e-9) + 1e-9,
        )
      }),
      { numRuns: 500 },
    )
  })

  it('is finite and adds up with 500 to 1,000 links on one exposure', () => {
    fc.assert(
      fc.property(hubInput, (input) => {
        const result = run(input)
        for (const item of result.items) {
          const { alone, value, last, score, arrAtRisk, canSave } = item
          expect([alone, value, last, score, arrAtRisk, canSave].every(Number.isFinite)).toBe(true)
          expect(alone).toBeLessThanOrEqual(value * (1 + 1e-9) + 1e-9)
          expect(value).toBeLessThanOrEqual(last * (1 + 1e-9) + 1e-9)
        }
        const { arrAtRisk, value } = totalsOf(result)
        expect([arrAtRisk.reconciles, value.reconciles]).toEqual([true, true])
      }),
      { numRuns: 30 },
    )
  })

  it('holds an account with a thousand requests', () => {
    const ids = Array.from({ length: 1000 }, (_, i) => `R${i}`)
    const result = score(
      [renewal()],
      ids.map((r) => link({ r, severity: 'blocker', evidence: 'customer_written' })),
      ids.map((id) => ({ id, title: id, type: 'bug' })),
    )
    const { arrAtRisk, value } = totalsOf(result)
    expect([arrAtRisk.reconciles, value.reconciles]).toEqual([true, true])
    // All claims together are held at 90 %, and each of them weighs the same.
    expect(result.exposures[0]?.badges).toEqual(['claims_scaled', 'many_claims'])
    expectClose(itemOf(result, 'R0').arrAtRisk, itemOf(result, 'R999').arrAtRisk)
    expect(itemOf(result, 'R0').value).toBeGreaterThan(0)
  })
})
