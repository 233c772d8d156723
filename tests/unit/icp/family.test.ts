import { describe, expect, it } from 'vitest'

import type { Criterion } from '#app/domain/icp/criteria.ts'
import { testFamily } from '#app/domain/icp/family.ts'
import type { Observation } from '#app/domain/icp/observations.ts'
import { suggestionsOf } from '#app/domain/icp/suggestions.ts'
import { verdictWords } from '#app/domain/icp/verdict.ts'
import { ATTRIBUTES, planted, randomObservations } from '#tests/support/observations.ts'

const noCriteria: Criterion[] = []

/** Fact 2 is a yes or no. */
const yes = { attribute: 'custom:fact2', operator: 'is_one_of', operand: ['yes'] } as const

describe('accounts whose attributes say nothing, 500 of which 110 left', () => {
  const company = (seed: string) => randomObservations(seed, { good: 390, bad: 110 })

  it('suggest nothing, though one test in twenty looks like something', () => {
    const family = testFamily(company('ravenstack'), ATTRIBUTES, noCriteria)
    expect(family.others.some(({ finding }) => (finding.tested?.p ?? 1) < 0.05)).toBe(true)
    expect(suggestionsOf(family)).toEqual([])
  })

  it('are told something false in at most one company of ten', () => {
    const told = Array.from({ length: 100 }, (_, i) =>
      suggestionsOf(testFamily(company(`company ${i}`), ATTRIBUTES, noCriteria)),
    ).filter((suggestions) => suggestions.length > 0)
    expect(told.length).toBeLessThanOrEqual(10)
  })

  it('are all looked at', () => {
    const { others, size } = testFamily(company('all'), ATTRIBUTES, noCriteria)
    expect(new Set(others.map(({ attribute }) => attribute.key)).size).toBe(ATTRIBUTES.length)
    // Three quartiles and three or five values, one answer to yes or no, and for each whether it is known.
    expect(size).toBe(6 * (3 + 3 + 5 + 1 + 4))
  })
})

describe('a signal among them', () => {
  const signal = planted(randomObservations('signal', { good: 390, bad: 110 }), yes.attribute, {
    good: 0.6,
    bad: 0.3,
  })

  it('is found, and it alone', () => {
    const suggestions = suggestionsOf(testFamily(signal, ATTRIBUTES, noCriteria))
    expect(suggestions.map(({ criterion }) => criterion)).toEqual([
      { ...yes, kind: 'points', label: 'Fact 2 is yes', points: expect.any(Number) as number },
    ])
  })

  it('is suggested the way that keeps accounts', () => {
    const turned = signal.map(({ good, facts }) => ({ good: !good, facts }))
    const [suggestion] = suggestionsOf(testFamily(turned, ATTRIBUTES, noCriteria))
    expect(suggestion?.criterion).toMatchObject({ ...yes, operand: ['no'] })
    const { goodWith = 0, badWith = 0, good = 0, bad = 0 } = suggestion?.finding.counts ?? {}
    expect(goodWith / good).toBeGreaterThan(badWith / bad)
    expect(suggestion?.finding.tested?.logOdds.value).toBeGreaterThan(0)
  })

  it('is not suggested where the profile says it', () => {
    const criterion: Criterion = {
      ...yes,
      operand: ['yes'],
      kind: 'points',
      label: 'Yes',
      points: 100,
    }
    const family = testFamily(signal, ATTRIBUTES, [criterion])
    expect(suggestionsOf(family)).toEqual([])
    const [said] = family.criteria
    expect(said && verdictWords(family, said.finding).word).toBe('Established')
    expect(family.others.map(({ finding }) => finding.test)).not.toContainEqual(yes)
  })

  it('of three is suggested twice when ten left: one for each five outcomes of the rarer kind', () => {
    const few = ['custom:fact2', 'custom:fact6', 'custom:fact10'].reduce(
      (accounts, attribute) => planted(accounts, attribute, { good: 1, bad: 0 }),
      randomObservations('three', { good: 100, bad: 10 }),
    )
    expect(suggestionsOf(testFamily(few, ATTRIBUTES, noCriteria))).toHaveLength(2)
  })
})

it('establishes nothing with eight outcomes, however clear they look', () => {
  const clear = planted(randomObservations('eight', { good: 4, bad: 4 }), yes.attribute, {
    good: 1,
    bad: 0,
  })
  const family = testFamily(clear, ATTRIBUTES, noCriteria)
  expect(suggestionsOf(family)).toEqual([])
  for (const { finding } of family.others) {
    expect(verdictWords(family, finding).word).toBe('Too few outcomes')
  }
})

describe('what cannot be tested', () => {
  const attribute = { key: 'custom:sponsor', label: 'Sponsor', type: 'choice' } as const
  const accounts = (values: readonly (string | null | undefined)[]): Observation[] =>
    values.map((value, i) => ({
      good: i % 2 === 0,
      facts: Object.fromEntries(value === undefined ? [] : [[attribute.key, value]]),
    }))
  const repeat = <T>(count: number, value: T) => Array.from({ length: count }, () => value)

  it('has too few without a record to go by', () => {
    const family = testFamily(
      accounts([...repeat(4, 'board'), ...repeat(16, undefined)]),
      [attribute],
      noCriteria,
    )
    expect(family.size).toBe(0)
    expect(family.others).toHaveLength(1)
    const [one] = family.others
    expect(one && verdictWords(family, one.finding)).toEqual({
      verdict: 'not_testable',
      word: 'Not testable',
      note: '16 had no record by day 90',
    })
  })

  it('is the same for nearly all', () => {
    const criterion: Criterion = {
      ...{ attribute: attribute.key, operator: 'is_one_of', operand: ['board'] },
      ...{ kind: 'points', label: 'Sponsor', points: 100 },
    }
    const family = testFamily(
      accounts([...repeat(18, 'board'), ...repeat(2, 'none')]),
      [],
      [criterion],
    )
    const [one] = family.criteria
    expect(one && verdictWords(family, one.finding).note).toBe('2 are without it')
  })

  it('is not tested twice where two tests part the accounts alike', () => {
    const halves = accounts([...repeat(10, 'board'), ...repeat(10, 'none')])
    const family = testFamily(halves, [attribute], noCriteria)
    expect(family.others.map(({ finding }) => finding.test)).toEqual([
      { attribute: attribute.key, operator: 'is_one_of', operand: ['board'] },
    ])
  })
})

// By hand: quartiles of 1 to 20 by rank are 6, 11 and 16; below 6 comes 5.
it('cuts numbers at their quartiles', () => {
  const attribute = { key: 'employees', label: 'Employees', type: 'number' } as const
  const family = testFamily(
    Array.from({ length: 20 }, (_, i) => ({ good: i % 2 === 0, facts: { employees: i + 1 } })),
    [attribute],
    noCriteria,
  )
  const cuts = family.others.map(({ finding }) => [finding.test.operand, finding.opposite?.operand])
  expect(cuts.sort(([a], [b]) => Number(a) - Number(b))).toEqual([
    [6, 5],
    [11, 10],
    [16, 15],
  ])
})
