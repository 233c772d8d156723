import { groupBy } from '#app/lib/group-by.ts'
import type { AttributeType } from '#db/constants.ts'

import type { Test } from './criteria.ts'
import { LEAST_SIDE, type Observation } from './observations.ts'

/** Values of a text that are looked at, the most frequent first. */
const MOST_VALUES = 12
/** Values that a criterion can name. */
const MOST_NAMED = 50
/** Parts of equal size between which numbers are cut. */
const PARTS = 4

/** A test, and the one that holds where it does not; null where that cannot be written as a test. */
type CandidateTest = { test: Test; opposite: Test | null }

/** The tests of an attribute: of its values where its type has some that compare, and whether it is known. */
export function candidateTests(
  observations: readonly Observation[],
  { key: attribute, type }: { key: string; type: AttributeType },
): CandidateTest[] {
  const known: CandidateTest = {
    test: { attribute, operator: 'is_known', operand: null },
    opposite: null,
  }
  const values = observations.flatMap(({ facts }) => facts[attribute] ?? [])
  switch (type) {
    case 'number':
      return [
        ...atCuts(
          attribute,
          values.filter((value) => typeof value === 'number'),
        ),
        known,
      ]
    case 'boolean':
      return [{ test: oneOf(attribute, ['yes']), opposite: oneOf(attribute, ['no']) }, known]
    case 'text':
    case 'choice':
      return [
        ...ofValues(
          attribute,
          values.filter((value) => typeof value === 'string'),
        ),
        known,
      ]
    case 'date':
      return [known]
  }
}

const oneOf = (attribute: string, operand: string[]): Test => ({
  attribute,
  operator: 'is_one_of',
  operand,
})

function ofValues(attribute: string, values: readonly string[]): CandidateTest[] {
  const groups = [...groupBy(values, (value) => value)]
  const frequent = groups
    .filter(([, own]) => own.length >= LEAST_SIDE)
    .sort(([a, having], [b, others]) => others.length - having.length || (a < b ? -1 : 1))
    .slice(0, MOST_VALUES)
    .map(([value]) => value)
  return frequent.map((value) => {
    const others = groups.flatMap(([other]) => (other === value ? [] : other))
    const named = others.length > 0 && others.length <= MOST_NAMED
    return { test: oneOf(attribute, [value]), opposite: named ? oneOf(attribute, others) : null }
  })
}

function atCuts(attribute: string, values: readonly number[]): CandidateTest[] {
  const sorted = [...values].sort((a, b) => a - b)
  const cuts = Array.from(
    { length: PARTS - 1 },
    (_, i) => sorted[Math.floor((sorted.length * (i + 1)) / PARTS)],
  )
  return [...new Set(cuts)].flatMap((cut) => {
    if (cut === undefined) return []
    const below = sorted.filter((value) => value < cut).at(-1)
    return {
      test: { attribute, operator: 'at_least', operand: cut } as const,
      opposite:
        below === undefined ? null : ({ attribute, operator: 'at_most', operand: below } as const),
    }
  })
}
