import { describe, expect, it } from 'vitest'

import { fitReceipt } from '#app/domain/icp/fit-receipt.ts'
import { fitAccount, withholding } from '#app/domain/icp/fit.ts'
import { weightByPoints } from '#app/domain/icp/weights.ts'
import { industry, region, reseller, size } from '#tests/support/criteria.ts'

const profile = [industry, size, region, reseller].map((criterion) => ({
  ...criterion,
  ...weightByPoints(criterion),
}))
const ideal = { industry: 'Retail', employees: 80, region: 'EU', 'custom:reseller': false }
const receiptOf = (facts: Parameters<typeof fitAccount>[1]) => {
  const receipt = fitReceipt(fitAccount(profile, facts))
  return receipt && { ...receipt, lines: receipt.lines.map(({ part }) => part) }
}

describe('the receipt of a fit', () => {
  // 0.9 is 0.4 beyond ½: 60 of 100 points have 0.24 of it.
  it('splits what is beyond a half in the ratio of the weights', () => {
    expect(receiptOf(ideal)).toEqual({ lines: [24, 16], held: 0, total: 90 })
  })

  // 0.608 in all; (60 and −40) of 20 parts of 0.108 are 0.3244 and −0.2163.
  it('adds up where one speaks against it', () => {
    expect(receiptOf({ ...ideal, employees: 8 })).toEqual({ lines: [33, -22], held: 0, total: 61 })
  })

  it('says what a must-have or an exclusion takes off', () => {
    expect(receiptOf({ ...ideal, region: null })).toMatchObject({ held: -40, total: 50 })
    expect(receiptOf({ ...ideal, 'custom:reseller': true })).toMatchObject({ held: -90, total: 0 })
  })

  it('is a half where nothing is known', () => {
    expect(receiptOf({})).toEqual({ lines: [], held: 0, total: 50 })
  })

  it('is not given where a part is withheld, which would follow from the others', () => {
    const fit = withholding(fitAccount(profile, ideal), ({ label }) => label === 'Size')
    expect(fitReceipt(fit)).toBeNull()
    expect(fit.reasonsFor.map(({ part }) => part)).toEqual([null, null])
  })
})
