import { describe, expect, it } from 'vitest'

import { exposureOf, item, itemOf, link, renewal, score } from '#tests/support/score-input.ts'

const CRITICAL = 0.105360516 // -ln 0.9

/** New business of 80,000 at 40 %. */
const prospect = () =>
  renewal({ kind: 'new_business', amount: 80_000, win: 0.4, health: null, date: '2026-03-16' })

describe('one renewal and one item', () => {
  // Worked by hand: λ0(50) = 0.162212, λ = -ln 0.9, u = Φ(ln(60/7/4)/0.536239), ρ = 0.8(0.25 + 0.75u).
  it('comes to the figures of the formulas', () => {
    const result = score([renewal()])
    const { q, arrAtRisk, baselineCause, protectable } = exposureOf(result)
    expect(q).toBeCloseTo(0.234765098, 9)
    expect(arrAtRisk).toBeCloseTo(23476.509809, 5)
    expect(protectable).toBeCloseTo(0.064061082, 9)
    const one = itemOf(result)
    expect(one.arrAtRisk).toBeCloseTo(9244.215371, 5)
    expect(baselineCause).toBeCloseTo(23476.509809 - 9244.215371, 5)
    expect(one.value).toBeCloseTo(6406.108178, 5)
    expect(one.canSave).toBe(one.value)
    expect(one.score).toBeCloseTo(1849.404078, 5)
  })

  it('counts nothing without requests', () => {
    const result = score([renewal()], [])
    expect(itemOf(result)).toMatchObject({ value: 0, score: 0, accounts: 0, topShare: 0, hhi: 0 })
    expect(exposureOf(result).arrAtRisk).toBe(exposureOf(result).baselineCause)
  })
})

describe('money', () => {
  it('that is missing or zero counts 0, and the account is still there', () => {
    for (const amount of [0, null]) {
      const result = score([renewal({ amount })])
      expect(exposureOf(result)).toMatchObject({ raw: 0, arrAtRisk: 0, badges: [] })
      expect(itemOf(result)).toMatchObject({ value: 0, accounts: 1, startBy: null, tooLate: 0 })
    }
  })

  it('below zero is taken as 0 and flagged', () => {
    const { raw, badges } = exposureOf(score([renewal({ amount: -5 })]))
    expect([raw, badges]).toEqual([0, ['negative_arr']])
  })

  it('without a plan rate counts 0 and is flagged', () => {
    const { raw, badges } = exposureOf(score([renewal({ currency: 'CHF', fx: null })]))
    expect([raw, badges]).toEqual([0, ['no_rate']])
  })
})

describe('health', () => {
  it('that nobody knows is taken as 65', () => {
    const { l0, chi, health } = exposureOf(score([renewal({ health: null })]))
    expect(l0).toBeCloseTo(0.080110799, 9)
    expect(chi).toBeCloseTo(0.812252396, 9)
    expect(health).toBeNull()
  })

  it('plays no part in an opportunity', () => {
    const { l0, chi, health } = exposureOf(score([renewal({ kind: 'expansion', health: 10 })]))
    expect([l0, chi, health]).toEqual([0, 1, null])
  })
})

describe('weights', () => {
  it('do not touch what is reported raw', () => {
    const plain = score([renewal()])
    const weighted = score([renewal({ icp: 0.4, strategic: 1.25 })])
    // 0.5 + 0.5 · 0.4 = 0.7
    expect(exposureOf(weighted).w).toBeCloseTo(100_000 * 0.7 * 1.25, 6)
    expect(exposureOf(weighted).arrAtRisk).toBe(exposureOf(plain).arrAtRisk)
    expect(itemOf(weighted).canSave).toBe(itemOf(plain).canSave)
    expect(itemOf(weighted).value).toBeCloseTo(itemOf(plain).value * 0.875, 9)
  })

  it('are 1 without a profile, with a badge', () => {
    const { w, badges } = exposureOf(score([renewal({ icp: null })]))
    expect([w, badges]).toEqual([100_000, ['no_profile']])
  })

  it.each([
    ['2027-03-01', 350, 1],
    ['2027-03-16', 365, 1],
    // One day more: 2^(-1/180).
    ['2027-03-17', 366, 0.996156587],
    ['2027-09-12', 545, 0.5],
  ])('fade for a decision behind the horizon: %s', (date, days, h) => {
    const exposure = exposureOf(score([renewal({ date })]))
    expect(exposure.days).toBe(days)
    expect(exposure.weights.h).toBeCloseTo(h, 9)
  })
})

describe('the decision', () => {
  it('is the renewal less its own notice', () => {
    const { decisionOn, days } = exposureOf(score([renewal({ notice: 90 })]))
    expect([decisionOn, days]).toEqual(['2026-02-14', 30])
  })

  it('of an opportunity has no notice', () => {
    const { decisionOn, days, raw } = exposureOf(score([prospect()]))
    expect([decisionOn, days, raw]).toEqual(['2026-03-16', 60, 32_000])
  })

  it('rolls half a year ahead when evergreen, or without a date', () => {
    const evergreen = exposureOf(score([renewal({ evergreen: true, date: null })]))
    expect(evergreen).toMatchObject({ days: 180, decisionOn: '2026-07-14', badges: [] })
    // Evergreen wins over a date that a file gives all the same.
    const dated = score([renewal({ evergreen: true })])
    expect(exposureOf(dated)).toMatchObject({ days: 180, date: null })
    expect(itemOf(dated).nextRenewalOn).toBeNull()
    const missing = exposureOf(score([renewal({ date: null })]))
    expect(missing).toMatchObject({ days: 180, badges: ['missing_date'] })
  })

  it('that has passed leaves only what a promise is worth', () => {
    // The notice has passed, the renewal has not.
    const late = exposureOf(score([renewal({ date: '2026-02-14' })]))
    expect(late).toMatchObject({ days: -30, badges: [] })
    expect(late.links[0]).toMatchObject({ u: 0, rho: 0.2 })
    const overdue = exposureOf(score([renewal({ date: '2025-10-17' })]))
    expect(overdue).toMatchObject({ days: -150, badges: ['overdue'] })
    expect(overdue.links[0]).toMatchObject({ u: 0, rho: 0.2 })
  })

  it('of today leaves no time to deliver', () => {
    const { days, links } = exposureOf(score([{ ...prospect(), date: '2026-01-15' }]))
    expect(days).toBe(0)
    expect(links[0]).toMatchObject({ u: 0, rho: 0.2 })
  })

  it('that passed more than 90 days ago is none', () => {
    const result = score([renewal({ date: '2025-10-16' })])
    expect(result.exposures).toEqual([])
    expect(result.excluded).toEqual([{ id: 'X1', reason: 'long_overdue' }])
    expect(itemOf(result).accounts).toBe(0)
  })

  it.each([
    [{ amount: null }, 'no_amount'],
    [{ date: null }, 'no_date'],
    [{ win: null }, 'no_probability'],
    [{ date: '2025-10-16' }, 'long_overdue'],
  ])('of an opportunity with %o is none', (values, reason) => {
    const result = score([{ ...prospect(), ...values }])
    expect(result.excluded).toEqual([{ id: 'X1', reason }])
  })

  it('of an opportunity a little past only leaves the promise', () => {
    const { links, badges } = exposureOf(score([{ ...prospect(), date: '2025-10-17' }]))
    expect(badges).toEqual(['overdue'])
    expect(links[0]).toMatchObject({ u: 0, rho: 0.2 })
  })
})

describe('several requests for one item', () => {
  it('count once, by the largest hazard and with its own factors', () => {
    const result = score(
      [renewal()],
      [
        link({ request: '7', severity: 'minor', evidence: 'customer_written' }),
        link({ request: '8', severity: 'critical', evidence: 'none' }),
      ],
    )
    const { links } = exposureOf(result)
    expect(links).toHaveLength(1)
    expect(links[0]).toMatchObject({ request: '8', claim: { evidence: 'none' } })
    expect(links[0]?.lambda).toBeCloseTo(CRITICAL, 9)
    expect(itemOf(result).parts[0]?.request).toBe('8')
  })

  it('are weighed with age before they are compared', () => {
    // critical after 360 days: 0.0263; minor, written, fresh: 0.0302
    const { links } = exposureOf(
      score(
        [renewal()],
        [
          link({ request: '7', severity: 'minor', evidence: 'customer_written' }),
          link({ request: '8', severity: 'critical', ageDays: 360 }),
        ],
      ),
    )
    expect(links[0]?.request).toBe('7')
  })

  it('take the earlier one of equals', () => {
    const { links } = exposureOf(
      score([renewal()], [link({ request: '10' }), link({ request: '9' })]),
    )
    expect(links[0]?.request).toBe('9')
  })

  it('leave out what has expired, and list it', () => {
    const result = score(
      [renewal()],
      [
        link({ request: '7', severity: 'blocker', ageDays: 778 }),
        link({ request: '8', severity: 'minor' }),
      ],
    )
    expect(exposureOf(result).links.map(({ request }) => request)).toEqual(['8'])
    expect(result.expired).toEqual([{ exposure: 'X1', item: 'R1', request: '7' }])
  })

  it('take their own type before the item’s', () => {
    const bug = exposureOf(score([renewal()], [link({ type: 'bug' })]))
    expect(bug.links[0]?.lambda).toBeCloseTo(1.25 * CRITICAL, 9)
  })
})

describe('too many claims', () => {
  const items = ['R1', 'R2', 'R3'].map((id) => item({ id }))
  const written = items.map(({ id: r }) =>
    link({ r, severity: 'blocker', evidence: 'customer_written' }),
  )

  // 1.070025 each: two are under ln 10, three are not and come down to ln 10 / 3.
  it('are scaled together to 90 %', () => {
    const two = exposureOf(score([renewal()], written.slice(0, 2), items))
    expect(two.claimScale).toBe(1)
    expect(two.links[0]?.lambda).toBeCloseTo(1.070024832, 9)
    const three = exposureOf(score([renewal()], written, items))
    expect(three.badges).toEqual(['claims_scaled', 'many_claims'])
    expect(three.links.map(({ lambda }) => lambda.toFixed(6))).toEqual([
      '0.767528',
      '0.767528',
      '0.767528',
    ])
  })
})

describe('what became of the item', () => {
  const run = (standing: 'declined' | 'shipped' | 'unsolved', r: string | null = 'R9') =>
    exposureOf(score([renewal()], [link({ r, standing, type: 'change_request' })]))

  it('a "no" leaves all of the risk and saves nothing', () => {
    const exposure = run('declined')
    expect(exposure.arrAtRisk).toBeCloseTo(23476.509809, 5)
    expect(exposure.declinedCause).toBeCloseTo(9244.215371, 5)
    expect(exposure.protectable).toBe(0)
    expect(exposure.links[0]).toMatchObject({ rho: 0, mu: 0, startInDays: null })
  })

  // λ - ln(1 + 0.8(e^λ - 1)) = 0.020202707
  it('a delivery leaves over what it may not have solved', () => {
    const exposure = run('shipped')
    expect(exposure.links[0]?.lambda).toBeCloseTo(0.020202707, 9)
    expect(exposure.q).toBeCloseTo(0.166744218, 9)
    expect(exposure.shippedCause).toBeCloseTo(1846.718527, 5)
    expect(exposure.protectable).toBe(0)
  })

  it('counts the unsolved of two requests that it was shipped for, whichever claims more', () => {
    const { links } = exposureOf(
      score(
        [renewal()],
        [
          link({ r: 'R9', request: '7', standing: 'shipped', type: 'change_request' }),
          link({ r: 'R9', request: '8', standing: 'unsolved', type: 'change_request', ageDays: 1 }),
        ],
      ),
    )
    expect(links.map(({ request }) => request)).toEqual(['8'])
  })

  it('a "no" takes its part of the 90 % too', () => {
    const worst = { severity: 'blocker', evidence: 'customer_written', type: 'bug' } as const
    const { claimScale, links } = exposureOf(
      score([renewal()], [link(worst), link({ ...worst, r: 'R8', standing: 'declined' })]),
    )
    // 1.337531 each, 2.675062 together.
    expect(claimScale).toBeCloseTo(2.302585093 / 2.67506208, 8)
    expect(links.map(({ lambda }) => lambda.toFixed(6))).toEqual(['1.151293', '1.151293'])
  })

  it('a delivery that solved nothing leaves all of it', () => {
    const exposure = run('unsolved')
    expect(exposure.links[0]?.lambda).toBeCloseTo(CRITICAL, 9)
    expect(exposure.shippedCause).toBeCloseTo(9244.215371, 5)
  })

  it('a request declined without an item stands for itself', () => {
    const result = score(
      [renewal()],
      [
        link({ r: null, request: '5', standing: 'declined', type: 'bug' }),
        link({ r: null, request: '6', standing: 'declined', type: 'bug' }),
      ],
    )
    expect(exposureOf(result).links.map(({ request }) => request)).toEqual(['5', '6'])
    expect(exposureOf(result).declinedCause).toBeGreaterThan(0)
  })

  it('an open link must name an item', () => {
    expect(() => score([renewal()], [link({ r: 'R9', type: 'bug' })])).toThrow('unknown item R9')
    expect(() => score([renewal()], [link({ r: 'R9' })])).toThrow('no type')
  })
})

describe('the expected ship date', () => {
  it('sets the lead time', () => {
    // On the day of the decision: even odds, ρ = 0.8 (0.25 + 0.75 / 2).
    const result = score([renewal()], [link()], [item({ shipDate: '2026-03-16' })])
    expect(itemOf(result).leadWeeks).toBeCloseTo(60 / 7, 12)
    expect(exposureOf(result).links[0]).toMatchObject({ u: 0.5, startInDays: 0 })
    expect(exposureOf(result).links[0]?.rho).toBeCloseTo(0.5, 12)
  })

  it('of today is in time for every decision ahead', () => {
    const result = score([renewal()], [link()], [item({ shipDate: '2026-01-15' })])
    expect(exposureOf(result).links[0]?.u).toBe(1)
  })

  it('that has passed says nothing more', () => {
    const result = score([renewal()], [link()], [item({ shipDate: '2026-01-14' })])
    expect(itemOf(result).leadWeeks).toBe(4)
    expect(itemOf(result).badges).toContain('ship_date_passed')
  })
})

describe('deadlines', () => {
  // Lead time 28 days: X1 decides in 60, X2 in 20, X3 in 100.
  const exposures = [
    renewal(),
    renewal({ id: 'X2', account: 'Bosphorus', date: '2026-04-05' }),
    renewal({ id: 'X3', account: 'Ege', date: '2026-06-24' }),
  ]
  const result = score(
    exposures,
    exposures.map(({ id }) => link({ x: id })),
  )

  it('say when to start for the next one that can be met', () => {
    expect(itemOf(result).parts.map((part) => part.link.startInDays)).toEqual([32, -8, 72])
    expect(itemOf(result).startBy).toBe('2026-02-16')
    expect(itemOf(result).nextRenewalOn).toBe('2026-04-05')
  })

  it('count today as a day to start on, and to renew on', () => {
    // 28 days of lead time and no more until the first decision; the second contract renews today.
    const today = score(
      [
        renewal({ date: '2026-02-12', notice: 0 }),
        renewal({ id: 'X2', account: 'Ege', date: '2026-01-15' }),
      ],
      [link(), link({ x: 'X2' })],
    )
    const one = itemOf(today)
    expect(one.parts.map((part) => part.link.startInDays)).toEqual([0, -88])
    expect(one.startBy).toBe('2026-01-15')
    expect(one.nextRenewalOn).toBe('2026-01-15')
    expect(one.tooLate).toBe(one.parts[1]?.arrAtRisk)
  })

  it('round a start down to the day before', () => {
    // Likely 2 weeks: lead time 10/3 weeks or 23.33 days, 60 days until the decision.
    const two = [item({ estimate: { p10: 1, p50: 2, p90: 3 } })]
    expect(itemOf(score([renewal()], [link()], two)).startBy).toBe('2026-02-20')
  })

  it('say how much of its ARR at risk comes too late', () => {
    expect(itemOf(result).tooLate).toBe(itemOf(result).parts[1]?.arrAtRisk)
    expect(itemOf(result).tooLate).toBeGreaterThan(0)
  })
})

describe('concentration', () => {
  it('takes an account with two contracts as one', () => {
    const result = score(
      [
        renewal({ id: 'X1', accountId: '1' }),
        renewal({ id: 'X2', accountId: '1' }),
        renewal({ id: 'X3', accountId: '2' }),
      ],
      ['X1', 'X2', 'X3'].map((x) => link({ x })),
    )
    const one = itemOf(result)
    // Two thirds and one third: 4/9 + 1/9.
    expect(one.accounts).toBe(2)
    expect(one.topShare).toBeCloseTo(2 / 3, 12)
    expect(one.hhi).toBeCloseTo(5 / 9, 12)
    expect(one.scoreWithoutTop).toBeCloseTo(one.score / 3, 9)
    expect(one.badges).toEqual(['top_account'])
  })

  it('is no badge at half', () => {
    const result = score(
      [renewal(), renewal({ id: 'X2', account: 'Ege' })],
      ['X1', 'X2'].map((x) => link({ x })),
    )
    expect(itemOf(result).badges).toEqual([])
  })
})

describe('a cost next to nothing', () => {
  it('divides as half a week, with the largest account and without', () => {
    const tiny = [item({ estimate: { p10: 0.1, p50: 0.1, p90: 0.1 } })]
    const result = score(
      [renewal(), renewal({ id: 'X2', account: 'Ege' })],
      ['X1', 'X2'].map((x) => link({ x })),
      tiny,
    )
    const one = itemOf(result)
    expect(one.costMean).toBeCloseTo(0.10202, 5)
    expect(one.score).toBe(2 * one.value)
    expect(one.scoreWithoutTop).toBeCloseTo(one.value, 9)
  })
})

describe('badges of an item', () => {
  it('name a missing and a wide estimate', () => {
    const guess = score([renewal()], [], [item({ estimate: undefined })])
    expect(itemOf(guess).badges).toEqual(['not_estimated'])
    const wide = score([renewal()], [], [item({ estimate: { p10: 0.5, p50: 5, p90: 50 } })])
    expect(itemOf(wide).badges).toEqual(['split_item'])
  })
})

describe('a very red account', () => {
  // Section 2.6: what a critical feature request can protect, by health; it peaks in the middle.
  it.each([
    [5, 0.0468],
    [30, 0.0574],
    [35, 0.0577],
    [50, 0.055],
    [80, 0.0416],
    [100, 0.0326],
  ])('health %d', (health, share) => {
    const result = score(
      [renewal({ health, date: '2026-12-31' })],
      [link({ type: 'feature_request' })],
    )
    expect(exposureOf(result).protectable).toBeCloseTo(share, 4)
  })
})
