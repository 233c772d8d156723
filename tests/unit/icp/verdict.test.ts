import { expect, it } from 'vitest'

import { mostFindings, verdictWords } from '#app/domain/icp/verdict.ts'

const outcomes = { good: 26, bad: 14 }
const counts = { goodWith: 16, badWith: 4, good: 26, bad: 14 }
const found = (q: number, value = 1.3) => ({
  counts,
  unrecorded: 0,
  tested: { p: q / 2, q, logOdds: { value, se: 0.7 } },
})

// The worked example of the model, and the edges of the rule.
it.each([
  [0.009851, 1.3, 'Established', 'false-alarm risk 1.0 %'],
  [0.1, 1.3, 'Established', 'false-alarm risk 10.0 %'],
  [0.102027, 1.3, 'Not established', 'false-alarm risk 10.2 %'],
  [0.159743, 1.3, 'Not established', 'false-alarm risk 16 %'],
  [1, -0.1, 'Not established', 'no difference seen'],
  [0.00002, 3, 'Established', 'false-alarm risk under 0.1 %'],
  [0.02, -1.3, 'Established', 'the other way, false-alarm risk 2.0 %'],
])('a false discovery rate of %d with log odds %d', (q, value, word, note) => {
  expect(verdictWords(outcomes, found(q, value))).toMatchObject({ word, note })
})

it('asks for five outcomes of the rarer kind for each finding', () => {
  expect(mostFindings(outcomes)).toBe(2)
  expect(mostFindings({ good: 4, bad: 90 })).toBe(0)
  expect(verdictWords({ good: 4, bad: 90 }, found(0.001))).toMatchObject({
    word: 'Too few outcomes',
    note: 'needs 5 good and 5 bad',
  })
})
