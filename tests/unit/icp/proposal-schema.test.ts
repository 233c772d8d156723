import { describe, expect, it } from 'vitest'

import { criterionValues } from '#app/domain/icp/proposal-values.ts'
import { proposalSchema } from '#app/domain/icp/schemas.ts'
import { industry, region, size } from '#tests/support/criteria.ts'

const row = (criterion: Parameters<typeof criterionValues>[0]) => criterionValues(criterion)
const typed = { key: '', why: '' }
const sound = [row({ ...industry, ...typed }), row({ ...size, ...typed })]
const problems = (criteria: unknown[]) =>
  proposalSchema
    .safeParse({ productLineId: 1, summary: 'Who', reason: 'Why', criteria })
    .error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []

describe('a proposal', () => {
  it('is told beside its rows what keeps it from making sense', () => {
    expect(problems(sound)).toEqual([])
    const elsewhere = row({ ...region, ...typed, label: 'Elsewhere', operand: ['US'] })
    expect(problems([...sound, row({ ...region, ...typed }), elsewhere])).toEqual([
      ['criteria.3.value', 'No account can have both this and “Hosted region”.'],
    ])
    expect(problems(sound.slice(0, 1))).toEqual([
      ['criteria', 'The points add up to 60, not to 100: 40 missing.'],
    ])
  })

  it('has a criterion, and at most 30', () => {
    expect(problems([])).toContainEqual(['criteria', 'A profile needs at least one criterion.'])
    const many = Array.from({ length: 31 }, (_, i) =>
      row({ ...region, ...typed, label: `R${i}`, attribute: `custom:a${i}` }),
    )
    expect(problems(many)).toContainEqual(['criteria', 'At most 30 criteria.'])
  })

  it('may not leave a box of a row empty that it needs', () => {
    const bare = { kind: 'points', label: ' ', attribute: '', operator: 'is_one_of' }
    expect(problems([...sound, bare]).map(([path]) => path)).toEqual([
      'criteria.2.label',
      'criteria.2.attribute',
    ])
  })

  it.each([
    [{ points: '33,3' }, 'points', 'Enter points, such as 12.5.'],
    [{ points: '-5' }, 'points', 'Points are not below 0.'],
    [{ value: '1,5 to 3' }, 'value', 'Enter two numbers or days, such as 50 to 500.'],
    [{ value: 'NaN to Infinity' }, 'value', 'Enter two numbers or days, such as 50 to 500.'],
    [{ value: '0 to 1e16' }, 'value', 'Enter two numbers or days, such as 50 to 500.'],
    [{ operator: 'is_like' }, 'operator', 'Choose one of the list.'],
  ])('with %o is told what is wrong once', (odd, field, message) => {
    const one = { ...row({ ...size, ...typed }), ...odd }
    expect(problems([sound[0], one])).toEqual([[`criteria.1.${field}`, message]])
  })

  it('takes commas of thousands', () => {
    const big = { ...row({ ...size, ...typed }), value: '1,500 to 1,000,000' }
    expect(problems([sound[0], big])).toEqual([])
  })

  it('may have a name that is too long beside everything else', () => {
    const long = { ...sound[0], label: 'x'.repeat(121) }
    expect(problems([...sound, long])).toEqual([['criteria.2.label', 'At most 120 characters.']])
  })
})
