import { describe, expect, it } from 'vitest'

import { inputChanges } from '#app/domain/scoring/input-changes.ts'
import { DEFAULT_PARAMETERS } from '#app/domain/scoring/parameters.ts'
import type { ScoreInput } from '#app/domain/scoring/types.ts'
import type { Moment } from '#app/domain/scoring/why-moved.ts'
import { item, link, renewal, TODAY } from '#tests/support/score-input.ts'

const base: ScoreInput = {
  exposures: [renewal({ accountId: '7' })],
  items: [item(), item({ id: 'R2' }), item({ id: 'R3' })],
  links: [link({ request: '1' }), link({ r: 'R2', request: '2' })],
}
const at = (input: Partial<ScoreInput>, today = TODAY): Moment => ({
  today,
  parameters: DEFAULT_PARAMETERS,
  input: { ...base, ...input },
})
const told = (after: Partial<ScoreInput>, today = TODAY) =>
  inputChanges('R1', at({}), at(after, today)).map(({ cause, subject, field, from, to }) => [
    ...[cause, `${subject.type} ${subject.id}`, field, from, to],
  ])

describe('inputChanges', () => {
  it('is empty while only the clock moves', () => {
    const links = base.links.map((one) => ({ ...one, ageDays: 31 }))
    expect(told({ links }, '2026-02-15')).toEqual([])
  })

  it('tells health, fit and money of an exposure, each under its cause', () => {
    const exposures = [renewal({ accountId: '7', health: 20, icp: 0.5, amount: 50_000 })]
    expect(told({ exposures })).toEqual([
      ['health', 'account 7', 'health', 50, 20],
      ['weights', 'account 7', 'icp', 1, 0.5],
      ['amounts', 'exposure X1', 'amount', 100_000, 50_000],
    ])
  })

  it('tells once what several contracts of an account share', () => {
    const two = (health: number): Partial<ScoreInput> => ({
      exposures: ['X1', 'X2'].map((id) => renewal({ id, accountId: '7', health })),
      links: ['X1', 'X2'].map((x) => link({ x, request: '1' })),
    })
    expect(inputChanges('R1', at(two(50)), at(two(20)))).toHaveLength(1)
  })

  it('tells an exposure that comes with its request', () => {
    const exposures = [...base.exposures, renewal({ id: 'X2', accountId: '8' })]
    const links = [...base.links, link({ x: 'X2', request: '5' })]
    expect(told({ exposures, links })).toEqual([
      ['amounts', 'exposure X2', 'there', false, true],
      ['own_links', 'request 5', 'there', false, true],
    ])
  })

  it('does not say of a request that it no longer asks when only its money went', () => {
    expect(told({ exposures: [], links: [] })).toEqual([
      ['amounts', 'exposure X1', 'there', true, false],
      ['own_links', 'request 1', 'counts', true, false],
      ['other_links', 'request 2', 'counts', true, false],
    ])
  })

  it('does not say of a request that it asks now when only more money came', () => {
    const exposures = [...base.exposures, renewal({ id: 'X2', accountId: '7' })]
    const links = [...base.links, link({ x: 'X2', request: '1' })]
    expect(told({ exposures, links })).toEqual([
      ['amounts', 'exposure X2', 'there', false, true],
      ['own_links', 'request 1', 'counts', false, true],
    ])
  })

  it('leaves out what happens to accounts that do not ask for it', () => {
    const exposures = [...base.exposures, renewal({ id: 'X2', accountId: '8' })]
    const links = [...base.links, link({ x: 'X2', r: 'R2', request: '5' })]
    expect(told({ exposures, links })).toEqual([])
  })

  it('parts its own requests from others of the same accounts', () => {
    const links = [link({ request: '1', severity: 'minor' })]
    expect(told({ links })).toEqual([
      ['own_links', 'request 1', 'severity', 'critical', 'minor'],
      ['other_links', 'request 2', 'there', true, false],
    ])
  })

  it('tells a request that goes over to another item as gone', () => {
    const links = [link({ request: '1', r: 'R3' }), link({ r: 'R2', request: '2' })]
    expect(told({ links })).toEqual([['own_links', 'request 1', 'there', true, false]])
  })

  it('tells a confirmation, which makes a claim younger than the days make it', () => {
    const links = base.links.map((one) => ({ ...one, ageDays: one.request === '1' ? 5 : 31 }))
    expect(told({ links }, '2026-02-15')).toEqual([['own_links', 'request 1', 'confirmed', 0, 5]])
  })

  it('tells its own cost and that of others', () => {
    const items = [
      item({ estimate: undefined, size: 'L' }),
      item({ id: 'R2', shipDate: '2026-03-01' }),
      item({ id: 'R3' }),
    ]
    expect(told({ items })).toEqual([
      ['own_cost', 'item R1', 'cost', '2 to 5 weeks, likely 3', 'size L'],
      ['other_costs', 'item R2', 'shipDate', null, '2026-03-01'],
    ])
  })
})
