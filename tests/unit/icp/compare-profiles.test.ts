import { describe, expect, it } from 'vitest'

import {
  compareProfiles,
  differenceTexts,
  pointsChange,
  versionBefore,
  type ComparedCriterion,
} from '#app/domain/icp/compare-profiles.ts'
import { industry, region, reseller, size } from '#tests/support/criteria.ts'

const said = (criterion: ComparedCriterion, why = '') => ({ ...criterion, why })
const sector = { ...industry, why: '' }
const people = { ...size, why: '' }
const hosted = { ...region, why: '' }
const resells = { ...reseller, why: '' }

const compare = (before: ComparedCriterion[], after: ComparedCriterion[]) =>
  compareProfiles({ summary: 'One', criteria: before }, { summary: 'One', criteria: after })
const texts = (before: ComparedCriterion[], after: ComparedCriterion[]) =>
  compare(before, after).criteria.flatMap(differenceTexts)

describe('compareProfiles', () => {
  it('finds nothing between equal versions, whatever the order', () => {
    const turned = { ...sector, operand: ['Retail', 'Logistics'] }
    expect(compare([sector, people, resells], [resells, people, turned])).toEqual({
      summary: null,
      criteria: [],
    })
  })

  it('takes a criterion for the same one by its key, whatever else is new', () => {
    const key = '00000000-0000-4000-8000-000000000001'
    const plan = { ...sector, label: 'Plan', attribute: 'plan', operand: ['Enterprise'] }
    expect(compare([{ ...sector, key }], [{ ...plan, key }]).criteria).toMatchObject([
      { change: 'changed', parts: ['label', 'test'] },
    ])
    expect(compare([sector], [plan]).criteria.map(({ change }) => change)).toEqual([
      'added',
      'removed',
    ])
  })

  it('gives both summaries when they differ', () => {
    const versions = ['Shops', 'Shops and depots'].map((summary) => ({ summary, criteria: [] }))
    const [before = { summary: '', criteria: [] }, after = before] = versions
    expect(compareProfiles(before, after).summary).toEqual({
      before: 'Shops',
      after: 'Shops and depots',
    })
  })

  it('lists added and changed ones as the later version does, then what is gone', () => {
    const more = { ...people, points: 45 }
    const { criteria } = compare([sector, people, hosted], [resells, more, hosted])
    expect(criteria).toEqual([
      { change: 'added', before: null, after: resells },
      { change: 'changed', before: people, after: more, parts: ['points'] },
      { change: 'removed', before: sector, after: null },
    ])
    expect(criteria.map(pointsChange)).toEqual([0, 5, -60])
  })

  it('matches by attribute and name first, then by kind, then by attribute alone', () => {
    const depots = { ...sector, label: 'Depots', operand: ['Logistics'] }
    const noBanks = { ...sector, label: 'No banks', kind: 'exclusion' as const, points: 0 }
    const trade = { ...sector, label: 'Trade' }
    const pairs = (before: ComparedCriterion[], after: ComparedCriterion[]) =>
      compare(before, after).criteria.map((one) => [one.before?.label, one.after?.label])
    expect(pairs([depots, sector], [{ ...sector, points: 50 }])).toEqual([
      ['Sector', 'Sector'],
      ['Depots', undefined],
    ])
    expect(pairs([sector], [noBanks, trade])).toEqual([
      [undefined, 'No banks'],
      ['Sector', 'Trade'],
    ])
    expect(pairs([sector], [noBanks])).toEqual([['Sector', 'No banks']])
  })

  it('takes points apart in tenths', () => {
    // 33.4 − 33.3 is 0.10000000000000142 in binary.
    const { criteria } = compare([{ ...sector, points: 33.3 }], [{ ...sector, points: 33.4 }])
    expect(criteria.map(pointsChange)).toEqual([0.1])
  })
})

describe('differenceTexts', () => {
  it('says what comes and goes', () => {
    expect(texts([people], [sector, hosted, resells])).toEqual([
      'Sector added, 60 points',
      'Hosted region required',
      'Reseller excluded',
      'Size removed',
    ])
  })

  it('says each part that changed', () => {
    const later = {
      ...sector,
      label: 'Industry',
      points: 1,
      operand: ['Logistics', 'Retail', 'Wholesale'],
    }
    expect(texts([sector], [said(later, 'They move goods')])).toEqual([
      'Industry: before named Sector',
      'Industry: 60 to 1 point',
      'Industry: is one of Logistics, Retail became is one of Logistics, Retail, Wholesale',
      'Industry: the reason is “They move goods”',
    ])
  })

  it('says a new kind with its points at once', () => {
    const required = { ...sector, kind: 'must_have' as const, points: 0 }
    expect(texts([sector], [required])).toEqual(['Sector: 60 points became a must-have'])
    expect(texts([required], [sector])).toEqual(['Sector: a must-have became 60 points'])
  })

  it('says a reason that changes or goes', () => {
    expect(texts([said(sector, 'Old')], [said(sector, 'New')])).toEqual([
      'Sector: the reason became “New”',
    ])
    expect(texts([said(sector, 'Old')], [sector])).toEqual(['Sector: the reason was removed'])
  })
})

describe('versionBefore', () => {
  const versions = [
    { number: 5, state: 'proposed' },
    { number: 4, state: 'current' },
    { number: 3, state: 'withdrawn' },
    { number: 2, state: 'superseded' },
    { number: 1, state: 'superseded' },
  ] as const

  it.each([
    [5, 4],
    [4, 2],
    [3, 2],
    [2, 1],
    [1, undefined],
  ])('of version %i is %s', (number, expected) => {
    expect(versionBefore(versions, number)?.number).toBe(expected)
  })
})
