import { describe, expect, it } from 'vitest'

import {
  bandChanges,
  bandMoves,
  bandsGained,
  moveReasons,
  type FittedTwice,
} from '#app/domain/icp/band-moves.ts'
import { industry, region, reseller, size } from '#tests/support/criteria.ts'

const account = (
  id: number,
  band: FittedTwice['band'],
  fit: FittedTwice['fit'],
  arr: number | null = 100,
): FittedTwice => ({ id, name: `A${id}`, arr, fit, band })

const up = account(1, ['fair', 'good'], [0.55, 0.65])
const farUp = account(2, ['poor', 'good'], [0.3, 0.65])
const down = account(3, ['ideal', 'poor'], [0.8, 0.1])
const still = account(4, ['good', 'good'], [0.61, 0.74])

describe('bandMoves', () => {
  it('names who changes the band, the most gained first', () => {
    expect(bandMoves([down, up, still, farUp])).toEqual([farUp, up, down])
    expect([up, farUp, down, still].map(bandsGained)).toEqual([1, 2, -3, 0])
  })
})

describe('bandChanges', () => {
  it('counts accounts and money by band, both times', () => {
    expect(bandChanges([up, farUp, down, still])).toEqual([
      { band: 'ideal', accounts: [1, 0], arr: [100, 0] },
      { band: 'good', accounts: [1, 3], arr: [100, 300] },
      { band: 'fair', accounts: [1, 0], arr: [100, 0] },
      { band: 'poor', accounts: [1, 1], arr: [100, 100] },
    ])
  })

  it('says no amount where one is withheld', () => {
    const [ideal] = bandChanges([account(1, ['fair', 'ideal'], [0.5, 0.8], null)])
    expect(ideal).toEqual({ band: 'ideal', accounts: [0, 1], arr: null })
  })
})

describe('moveReasons', () => {
  const weighed = (weight: number) => ({ why: '', weight })
  const sector = { ...industry, ...weighed(2) }
  const people = { ...size, ...weighed(1) }
  const hosted = { ...region, ...weighed(0) }
  const resells = { ...reseller, ...weighed(0) }
  const shop = { industry: 'Retail', employees: 800, region: 'EU' }

  it('tells what is met now, or no longer, the strongest first', () => {
    const narrow = { ...sector, operand: ['Logistics'] }
    const wide = { ...people, operand: { low: 50, high: 900 } }
    expect(moveReasons([narrow, people], [sector, wide], shop, true)).toEqual([
      'Sector is met now',
      'Size is met now',
    ])
    expect(moveReasons([sector, wide], [narrow, wide], shop, false)).toEqual([
      'Sector is no longer met',
    ])
  })

  it('tells of weights, and only what pulls to where the fit went', () => {
    const heavier = { ...sector, weight: 3 }
    const stricter = { ...people, weight: 1.5 }
    expect(moveReasons([sector, people], [heavier, stricter], shop, true)).toEqual([
      'Sector counts more',
    ])
    expect(moveReasons([sector, people], [heavier, stricter], shop, false)).toEqual([
      'Size counts more',
    ])
  })

  it('tells of criteria that come and go', () => {
    expect(moveReasons([], [sector], shop, true)).toEqual(['Sector is new, and met'])
    expect(moveReasons([sector], [], shop, false)).toEqual(['Sector was met, and no longer counts'])
    expect(moveReasons([people], [], shop, true)).toEqual(['Size no longer counts against it'])
  })

  it('names what rules an account out before anything else', () => {
    const dealer = { ...shop, 'custom:reseller': 'yes' }
    expect(moveReasons([people], [people, resells], dealer, false)).toEqual([
      'Reseller rules it out',
    ])
    expect(moveReasons([people, resells], [people], dealer, true)).toEqual([
      'Reseller no longer rules it out',
    ])
    expect(moveReasons([people], [people, hosted], { ...shop, region: null }, false)).toEqual([
      'Hosted region must be known, and is not',
    ])
  })
})
