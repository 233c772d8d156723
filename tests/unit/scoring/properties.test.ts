import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { probabilityOf, removableHazard } from '#app/domain/scoring/hazards.ts'
import { causeShares, splitHazard } from '#app/domain/scoring/shares.ts'
import { exposureHazards } from '#tests/support/score-arbitrary.ts'

type Link = { lambda: number; rho: number }
type Exposure = { w: number; l0: number; links: Link[] }

const some = exposureHazards({ maxLength: 8 })
const two = exposureHazards({ minLength: 2, maxLength: 8 })
const share = fc.double({ min: 0, max: 1, noNaN: true })

function solve({ w, l0, links }: Exposure) {
  const causes = links.map(({ lambda, rho }) => ({ lambda, mu: removableHazard(lambda, rho) }))
  const split = splitHazard(l0, causes)
  const credits = causes.map((cause) => {
    const { cause: loss, alone, value, last } = causeShares(split, cause)
    return { loss: w * loss, alone: w * alone, value: w * value, last: w * last }
  })
  return { ...split, causes, credits, kept: w * split.protectable }
}

/** What building the links at `built` protects, written down from the definition: survival with them less without. */
function f({ w, l0, links }: Exposure, built: (index: number) => boolean): number {
  const survival = (solved: (index: number) => boolean) =>
    links.reduce(
      (left, { lambda, rho }, i) =>
        left * (solved(i) ? rho + (1 - rho) * Math.exp(-lambda) : Math.exp(-lambda)),
      Math.exp(-l0),
    )
  return w * (survival(built) - survival(() => false))
}

const all = () => true
const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0)
const first = <T>(values: readonly T[]): T => {
  const [value] = values
  if (value === undefined) throw new Error('there is nothing')
  return value
}

/** Relative to the money in play, 1e-9. */
const slack = ({ w }: Exposure) => 1e-9 * Math.max(1e-3, w)

function check<T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, property), { numRuns: 1000 })
}

/** The exposure with its first link changed. */
const withFirst = (x: Exposure, change: Partial<Link>): Exposure => ({
  ...x,
  links: x.links.map((link, i) => (i === 0 ? { ...link, ...change } : link)),
})

describe('an exposure', () => {
  it('P1 never keeps more than it can lose, nor loses more than it has', () => {
    check(some, (x) => {
      const { q, protectable } = solve(x)
      expect(q).toBeGreaterThanOrEqual(0)
      expect(q).toBeLessThanOrEqual(1)
      expect(protectable).toBeGreaterThanOrEqual(0)
      expect(protectable).toBeLessThanOrEqual(q + 1e-12)
    })
  })

  it('P2 gives out exactly what building everything protects', () => {
    check(some, (x) => {
      const { credits, kept } = solve(x)
      expect(Math.abs(total(credits.map(({ value }) => value)) - kept)).toBeLessThan(slack(x))
      expect(Math.abs(kept - f(x, all))).toBeLessThan(slack(x))
    })
  })

  it('P3 splits its loss into causes, the baseline among them', () => {
    check(some, (x) => {
      const { q, hazard, credits } = solve(x)
      const baseline = hazard > 0 ? (x.w * q * x.l0) / hazard : 0
      const causes = baseline + total(credits.map(({ loss }) => loss))
      expect(Math.abs(causes - x.w * q)).toBeLessThan(slack(x))
    })
  })

  it('P4 credits between alone and last, which are what they say', () => {
    check(some, (x) => {
      solve(x).credits.forEach(({ alone, value, last }, i) => {
        expect(alone).toBeLessThanOrEqual(value + slack(x))
        expect(value).toBeLessThanOrEqual(last + slack(x))
        expect(Math.abs(alone - f(x, (j) => j === i))).toBeLessThan(slack(x))
        expect(Math.abs(last - (f(x, all) - f(x, (j) => j !== i)))).toBeLessThan(slack(x))
      })
    })
  })

  it('P5, P6 credits more for more hazard, and for a likelier solution', () => {
    check(fc.tuple(two, share), ([x, more]) => {
      const { lambda, rho } = first(x.links)
      const before = first(solve(x).credits).value
      const worse = withFirst(x, { lambda: lambda + more * (2.3026 - lambda) })
      const likelier = withFirst(x, { rho: rho + more * (1 - rho) })
      expect(first(solve(worse).credits).value).toBeGreaterThanOrEqual(before - slack(x))
      expect(first(solve(likelier).credits).value).toBeGreaterThanOrEqual(before - slack(x))
    })
  })

  it('P7 credits others less for more hazard of one, and more for a likelier solution of it', () => {
    check(fc.tuple(two, share), ([x, more]) => {
      const { lambda, rho } = first(x.links)
      const before = solve(x).credits.slice(1)
      const worse = solve(withFirst(x, { lambda: lambda + more * (2.3026 - lambda) }))
      const likelier = solve(withFirst(x, { rho: rho + more * (1 - rho) }))
      before.forEach(({ value }, i) => {
        expect(worse.credits[i + 1]?.value).toBeLessThanOrEqual(value + slack(x))
        expect(likelier.credits[i + 1]?.value).toBeGreaterThanOrEqual(value - slack(x))
      })
    })
  })

  it('P9 rewards building together: the second of two adds more than it would alone', () => {
    check(two, (x) => {
      const rest = x.links.length > 2 ? [2] : []
      const value = (...built: number[]) => f(x, (i) => [...rest, ...built].includes(i))
      expect(value(0, 1) - value(0)).toBeGreaterThanOrEqual(value(1) - value() - slack(x))
    })
  })

  it('P10 protects nothing with nothing, and never less with more', () => {
    check(two, (x) => {
      expect(solve({ ...x, links: [] }).kept).toBe(0)
      expect(solve(x).kept).toBeGreaterThanOrEqual(solve(withFirst(x, { rho: 0 })).kept - slack(x))
    })
  })

  it('P11 loses no more, and credits no more, when two of its requests are merged', () => {
    check(two, (x) => {
      const [a, b, ...others] = x.links
      if (!a || !b) throw new Error('two links at least')
      const apart: Exposure = { ...x, links: [a, { ...b, rho: a.rho }, ...others] }
      const merged: Exposure = {
        ...x,
        links: [{ lambda: Math.max(a.lambda, b.lambda), rho: a.rho }, ...others],
      }
      const [one, two] = solve(apart).credits.map(({ value }) => value)
      expect(solve(merged).q).toBeLessThanOrEqual(solve(apart).q + 1e-12)
      expect(first(solve(merged).credits).value).toBeLessThanOrEqual(
        (one ?? 0) + (two ?? 0) + slack(x),
      )
    })
  })

  it('P12 credits nothing where nothing can be solved, and is no safer for it', () => {
    check(two, (x) => {
      const hopeless = withFirst(x, { rho: 0 })
      const without = { ...x, links: x.links.slice(1) }
      expect(first(solve(hopeless).credits).value).toBe(0)
      expect(solve(hopeless).q).toBeGreaterThanOrEqual(solve(without).q - 1e-15)
    })
  })

  it('P14 removes at most the hazard there is, and all of it only for certain', () => {
    check(some, ({ links }) => {
      for (const { lambda, rho } of links) {
        const mu = removableHazard(lambda, rho)
        expect(mu).toBeLessThanOrEqual(lambda)
        expect(removableHazard(lambda, 1)).toBe(lambda)
        if (rho < 0.999 && lambda > 1e-6) expect(mu).toBeLessThan(lambda)
      }
    })
  })

  it('stays finite, and adds up, with 500 to 1,000 links', () => {
    const hub = exposureHazards({ minLength: 500, maxLength: 1000 })
    fc.assert(
      fc.property(hub, (x) => {
        const { credits, kept, q } = solve(x)
        for (const credit of credits) {
          expect(Object.values(credit).every(Number.isFinite)).toBe(true)
          expect(credit.alone).toBeLessThanOrEqual(credit.value + slack(x))
          expect(credit.value).toBeLessThanOrEqual(credit.last + slack(x))
        }
        expect(q).toBeLessThanOrEqual(1)
        expect(Math.abs(total(credits.map(({ value }) => value)) - kept)).toBeLessThan(slack(x))
      }),
      { numRuns: 20 },
    )
  })
})

describe('known figures', () => {
  it('keeps small and large hazards apart from 0, NaN and 1', () => {
    // Section 8: prot_f(1.615613, 0.980461), prot_f(1586, 1500), prot_f(2, 0).
    const kept = (hazard: number, mu: number) =>
      splitHazard(hazard - mu, [{ lambda: mu, mu }]).protectable
    expect(kept(1.615613, 0.980461)).toBeCloseTo(0.331086156, 9)
    expect(kept(1586, 1500) / 4.47378e-38).toBeCloseTo(1, 5)
    expect(kept(2, 0)).toBe(0)
    expect(probabilityOf(1e-12)).toBe(9.999999999995e-13)
  })
})
