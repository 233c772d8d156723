import { describe, expect, it } from 'vitest'

import { profileProblems } from '#app/domain/icp/check.ts'
import type { Criterion } from '#app/domain/icp/criteria.ts'
import { industry, region, reseller, size } from '#tests/support/criteria.ts'

const sound: Criterion[] = [industry, size, region, reseller]
const messages = (...more: Criterion[]) =>
  profileProblems([...sound, ...more]).map(({ index, message }) => [index, message])

describe('points', () => {
  const parts = (...points: number[]): Criterion[] =>
    points.map((one, i) => ({ ...industry, label: `C${i}`, attribute: `a${i}`, points: one }))

  it('add up to 100, in tenths too', () => {
    expect(profileProblems(sound)).toEqual([])
    expect(profileProblems(parts(22.5, 20, 27.5, 14.2, 15.8))).toEqual([])
    expect(profileProblems(parts(33.3, 33.3, 33.4))).toEqual([])
  })

  it('that do not are said with their sum', () => {
    expect(profileProblems(parts(33.3, 33.3, 33.3))).toEqual([
      { index: null, message: 'The points add up to 99.9, not to 100: 0.1 missing.' },
    ])
    expect(profileProblems(parts(60, 42.5))).toEqual([
      { index: null, message: 'The points add up to 102.5, not to 100: 2.5 too many.' },
    ])
    expect(profileProblems([region])).toEqual([
      { index: null, message: 'Give at least one criterion points.' },
    ])
  })
})

describe('a criterion', () => {
  it('that nothing passes is found', () => {
    expect(profileProblems([industry, { ...size, operand: { low: 500, high: 50 } }])).toEqual([
      { index: 1, message: 'Nothing lies between 500 and 50.' },
    ])
  })

  it('that repeats another is found', () => {
    expect(messages({ ...region, label: 'Again', operand: ['eu', 'TÜRKİYE'] })).toEqual([
      [4, 'It says the same as “Hosted region”.'],
    ])
  })

  it('that no account can have beside another must-have is found', () => {
    const message = 'No account can have both this and “Hosted region”.'
    expect(messages({ ...region, label: 'Elsewhere', operand: ['US'] })).toEqual([[4, message]])
    expect(
      messages({ ...region, label: 'Elsewhere', operator: 'contains', operand: 'america' }),
    ).toEqual([[4, message]])
  })

  it('whose points no fitting account can have is found', () => {
    const small: Criterion = {
      ...region,
      label: 'Small',
      attribute: 'employees',
      operator: 'at_most',
      operand: 49,
    }
    expect(messages(small)).toEqual([[4, 'No account can meet both this and “Size”.']])
    expect(messages({ ...small, operand: 50 })).toEqual([])
  })

  it('that an exclusion swallows is found, whichever comes first', () => {
    const noTrade: Criterion = {
      ...reseller,
      label: 'Trade',
      attribute: 'industry',
      operand: ['retail', 'logistics', 'wholesale'],
    }
    expect(messages(noTrade)).toEqual([[4, 'It excludes every account that meets “Sector”.']])
    expect(profileProblems([noTrade, industry, size])).toEqual([
      { index: 1, message: '“Trade” excludes every account that meets it.' },
    ])
    expect(messages({ ...noTrade, operand: ['retail'] })).toEqual([])
  })

  it('on a fact that excludes as soon as it is known is found', () => {
    const anyRegion: Criterion = {
      ...region,
      kind: 'exclusion',
      label: 'Any region',
      operator: 'is_known',
      operand: null,
    }
    expect(messages(anyRegion)).toEqual([
      [4, 'It excludes every account that meets “Hosted region”.'],
    ])
  })

  it('on another attribute never clashes', () => {
    expect(messages({ ...region, attribute: 'custom:second', operand: ['US'] })).toEqual([])
  })
})

describe('must-haves and exclusions', () => {
  type Tests = Pick<Criterion, 'attribute' | 'operator' | 'operand'>
  const rule = (kind: Criterion['kind'], label: string, test: Tests) =>
    ({ kind, label, points: 0, ...test }) as Criterion
  const plan = (...operand: string[]): Tests => ({
    ...{ attribute: 'plan', operator: 'is_one_of', operand },
  })
  const contracts = (operator: 'at_least' | 'at_most', operand: number): Tests => ({
    ...{ attribute: 'derived:contracts', operator, operand },
  })
  const lines = (operand: number): Tests => ({
    ...{ attribute: 'derived:lines', operator: 'at_least', operand },
  })

  it('that leave nothing together are found, although any two of them do', () => {
    const three = [
      rule('must_have', 'One', plan('Basic', 'Plus')),
      rule('must_have', 'Two', plan('Plus', 'Pro')),
      rule('must_have', 'Three', plan('Pro', 'Basic')),
    ]
    expect(messages(...three)).toEqual([[6, 'Nothing is left beside “One”, “Two”.']])
    expect(messages(...three.slice(1))).toEqual([])
  })

  it('that take away all of a must-have together are found', () => {
    const wanted = rule('must_have', 'Wanted', plan('Plus', 'Pro'))
    const [noPlus, noPro] = [
      rule('exclusion', 'No Plus', plan('plus')),
      rule('exclusion', 'No Pro', plan('Pro', 'Basic')),
    ]
    expect(messages(wanted, noPlus)).toEqual([])
    expect(messages(wanted, noPlus, noPro)).toEqual([
      [4, 'Nothing is left beside “No Plus”, “No Pro”.'],
    ])
    const some = rule('must_have', 'Some', {
      ...{ attribute: 'derived:contracts', operator: 'between', operand: { low: 2, high: 9 } },
    })
    const few = rule('exclusion', 'Few', contracts('at_most', 5))
    const many = (from: number) => rule('exclusion', 'Many', contracts('at_least', from))
    expect(messages(some, many(5), few)).toEqual([[4, 'Nothing is left beside “Few”, “Many”.']])
    expect(messages(some, many(8), few)).toEqual([])
  })

  it('on counts that no account can have are found', () => {
    const whole = 'No account can have this: it is a whole number, 0 or more.'
    expect(messages(rule('must_have', 'Less', contracts('at_most', -1)))).toEqual([[4, whole]])
    const between = { attribute: 'derived:tenure', operator: 'between' } as const
    const half = rule('must_have', 'Half', { ...between, operand: { low: 3.2, high: 3.8 } })
    expect(messages(half)).toEqual([[4, whole]])
    const one = rule('must_have', 'One contract', contracts('at_most', 1))
    expect(messages(one, rule('must_have', 'Two lines', lines(2)))).toEqual([
      [5, 'No account can have this and “One contract”: each product line needs a contract.'],
    ])
    expect(messages(one, rule('must_have', 'A line', lines(1)))).toEqual([])
  })

  it('on days are compared as days', () => {
    const live = (operator: 'at_least' | 'at_most', operand: string) =>
      rule('must_have', operator, { attribute: 'custom:live', operator, operand })
    expect(messages(live('at_least', '2025-02-01'), live('at_most', '2024-12-31'))).toEqual([
      [5, 'No account can have both this and “at_least”.'],
    ])
    expect(messages(live('at_least', '2024-02-01'), live('at_most', '2024-12-31'))).toEqual([])
  })
})
