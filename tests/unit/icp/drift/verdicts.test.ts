import { describe, expect, test } from 'vitest'

import { driftVerdicts, type DriftParts } from '#app/domain/icp/drift/verdicts.ts'

const none = { contracts: 0, arr: 0 }
const PARTS: DriftParts = {
  since: '2025-09-01',
  shift: { psi: 0.04, bins: [], bands: [], moved: [] },
  signings: {
    off: { contracts: 1, arr: 24 },
    known: { contracts: 4, arr: 100 },
    unknown: none,
    months: [],
  },
  weights: [
    {
      label: 'Sector',
      signed: { weight: 2.64, sd: 0.7 },
      today: { weight: 2.6, sd: 0.6 },
      tested: true,
      distance: 0.06,
    },
  ],
}
const states = (parts: Partial<DriftParts>) =>
  driftVerdicts({ ...PARTS, ...parts }).map(({ state }) => state)
const shifted = (psi: number | null) => ({ shift: { psi, bins: [], bands: [], moved: [] } })

describe('driftVerdicts', () => {
  test('says that there is nothing to review', () => {
    const verdicts = driftVerdicts(PARTS)
    expect(verdicts.map(({ state, advice }) => [state, advice])).toEqual([
      ['steady', ''],
      ['steady', ''],
      ['steady', ''],
    ])
    expect(verdicts[1]?.text).toBe(
      '1 of 4 contracts that began in the last 12 months is off-profile, with a fit below 0.40: less than a quarter of their ARR.',
    )
  })

  test('says how many accounts changed their band, came and left', () => {
    const moved = [
      { id: 1, name: 'A', before: 0.7, after: 0.1 },
      { id: 2, name: 'B', before: null, after: 0.1 },
      { id: 3, name: 'C', before: null, after: 0.9 },
      { id: 4, name: 'D', before: 0.5, after: null },
    ]
    const [fit] = driftVerdicts({ ...PARTS, shift: { psi: 0.12, bins: [], bands: [], moved } })
    expect(fit?.text).toBe(
      'The distribution of fit has shifted a little (stability index 0.12): since 1 Sep 2025, 1 account went to another band, 2 came and 1 left.',
    )
  })

  test('watches a stability index from 0.1 and reviews it from 0.25', () => {
    expect([0.099, 0.1, 0.249, 0.25].map((psi) => states(shifted(psi))[0])).toEqual([
      'steady',
      'watch',
      'watch',
      'review',
    ])
    expect(states(shifted(null))[0]).toBe('open')
    expect(states({ since: null, shift: null })[0]).toBe('open')
  })

  test('watches a quarter of the new ARR and reviews half of it', () => {
    const share = (arr: number) => ({
      signings: { ...PARTS.signings, off: { contracts: 1, arr } },
    })
    expect([24.9, 25, 49.9, 50].map((arr) => states(share(arr))[1])).toEqual([
      'steady',
      'watch',
      'watch',
      'review',
    ])
  })

  test('names the criteria whose weight moved by more than two standard deviations', () => {
    const [sector] = PARTS.weights
    const moved = (distance: number) => ({ weights: sector ? [{ ...sector, distance }] : [] })
    expect(states(moved(2))[2]).toBe('steady')
    const [, , evidence] = driftVerdicts({ ...PARTS, ...moved(2.01) })
    expect(evidence).toMatchObject({
      state: 'review',
      text: "The evidence has turned: Sector weighs 2.64 as signed and 2.60 by today's outcomes.",
    })
  })
})
