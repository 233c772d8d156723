import fc from 'fast-check'
import { expect, it } from 'vitest'

import { tellCauses } from '#app/domain/movements/tell-causes.ts'
import { DEFAULT_PARAMETERS } from '#app/domain/scoring/parameters.ts'
import { whyMoved } from '#app/domain/scoring/why-moved.ts'
import { scoreInput } from '#tests/support/score-arbitrary.ts'
import { TODAY } from '#tests/support/score-input.ts'

const moment = fc.record({
  today: fc.constantFrom(TODAY, '2026-03-01'),
  parameters: fc.constant(DEFAULT_PARAMETERS),
  input: scoreInput,
})
const none = new Map<number, string>()

/** P18 for movements: what is shown adds up, the accounts to their cause and the causes to the difference. */
it('shows figures that add up, whatever moved', () => {
  fc.assert(
    fc.property(moment, moment, (before, after) => {
      const exposures = [...before.input.exposures, ...after.input.exposures]
      const told = tellCauses({
        movement: whyMoved('R0', before, after),
        changes: [],
        holders: new Map(exposures.map(({ id }, i) => [id, i % 3])),
        names: { accounts: none, items: none, requests: none },
        author: () => null,
        company: new Map(),
      })
      const total = told.causes.reduce((sum, { shown }) => sum + shown, 0)
      expect(total).toBe(told.to - told.from)
      for (const { shown, rows } of told.causes.filter(({ rows }) => rows.length > 0)) {
        expect(rows.reduce((sum, row) => sum + (row.shown ?? 0), 0)).toBe(shown)
      }
    }),
    { numRuns: 60 },
  )
})
