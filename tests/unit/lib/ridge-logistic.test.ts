import { describe, expect, it } from 'vitest'

import { randomOf } from '#app/lib/random.ts'
import { ridgeLogistic, type Labelled } from '#app/lib/ridge-logistic.ts'

const means = [0.8, -0.3, 0]
const sd = 0.7
const truth = [1.5, -1, 0]
const logistic = (z: number) => 1 / (1 + Math.exp(-z))

function drawn(count: number): Labelled[] {
  const random = randomOf('ridge')
  return Array.from({ length: count }, () => {
    const x = truth.map(() => random.pick([-0.5, 0, 0.5]))
    const z = 0.4 + x.reduce((sum, one, j) => sum + one * (truth[j] ?? 0), 0)
    return { x, y: random.chance(logistic(z)) ? 1 : 0 }
  })
}

const rows = drawn(400)
const { intercept, weights, sds } = ridgeLogistic(rows, { means, sd })

/** The log of the posterior density up to a constant, written down plainly. */
function logPosterior(w: readonly number[]): number {
  const fit = rows.map(({ x, y }) => {
    const p = logistic(x.reduce((z, one, j) => z + one * (w[j + 1] ?? 0), w[0] ?? 0))
    return Math.log(y === 1 ? p : 1 - p)
  })
  const prior = means.map((mean, j) => -(((w[j + 1] ?? 0) - mean) ** 2) / (2 * sd ** 2))
  return [...fit, ...prior].reduce((sum, one) => sum + one, 0)
}

describe('the weights', () => {
  const found = [intercept, ...weights]

  it('are nowhere better than where they are: every slope is nought, by differences', () => {
    const h = 1e-5
    for (const j of found.keys()) {
      const moved = (by: number) => logPosterior(found.map((one, i) => (i === j ? one + by : one)))
      expect((moved(h) - moved(-h)) / (2 * h)).toBeCloseTo(0, 4)
    }
  })

  it('fall off on every side', () => {
    const random = randomOf('away')
    for (let i = 0; i < 200; i += 1) {
      const away = found.map((one) => one + (random.next() - 0.5) * 2)
      expect(logPosterior(away)).toBeLessThan(logPosterior(found))
    }
  })

  it('lie near what the data were drawn with', () => {
    expect(weights[0]).toBeGreaterThan(0.9)
    expect(weights[1]).toBeLessThan(-0.4)
    expect(Math.abs(weights[2] ?? NaN)).toBeLessThan(0.5)
  })
})

// By hand: x is always 0, so the data say nothing of the weight and half came out well.
it('gives the prior back where the data say nothing', () => {
  const silent: Labelled[] = [
    { x: [0], y: 1 },
    { x: [0], y: 0 },
  ]
  const result = ridgeLogistic(silent, { means: [1.2], sd })
  expect(result.intercept).toBeCloseTo(0, 10)
  expect(result.weights[0]).toBeCloseTo(1.2, 10)
  expect(result.sds[0]).toBeCloseTo(sd, 10)
})

it('stays finite where a feature separates the outcomes', () => {
  const parted = Array.from({ length: 300 }, (_, i): Labelled => ({
    x: [i % 2 === 0 ? 0.5 : -0.5],
    y: i % 2 === 0 ? 1 : 0,
  }))
  const result = ridgeLogistic(parted, { means: [0], sd })
  expect(result.weights[0]).toBeGreaterThan(3)
  expect(result.weights[0]).toBeLessThan(10)
})

it('doubts each weight less than before the data', () => {
  for (const one of sds) {
    expect(one).toBeGreaterThan(0)
    expect(one).toBeLessThan(sd)
  }
})
