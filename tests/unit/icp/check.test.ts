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
      { index: null, message: 'The points add up to 99.9, not to 100.' },
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
