import { wilson, type Interval } from '#app/lib/wilson.ts'
import { sumOf } from '#app/lib/numbers.ts'

import { baseRate, type Decided } from './metrics.ts'

/** Decisions that were predicted alike: what was said, what happened, and how sure that is. */
export type Bin = {
  count: number
  lost: number
  /** Mean prediction, and the lowest and highest of them. */
  predicted: number
  from: number
  to: number
  observed: number
  /** 95 % Wilson interval of what happened. */
  interval: Interval
}

const MOST_BINS = 10

/** How many bins so many decisions bear: about the square root, so that a bin holds as many decisions as there are bins. */
export function binCount(decisions: number): number {
  return Math.min(MOST_BINS, Math.max(1, Math.round(Math.sqrt(decisions))))
}

const byPrediction = (a: Decided, b: Decided) => a.q - b.q

/** The decisions by rising prediction, in bins of equal count (the first ones take what is over). */
export function equalCountBins(rows: readonly Decided[], bins: number): Bin[] {
  const sorted = [...rows].sort(byPrediction)
  const size = Math.floor(sorted.length / bins)
  const over = sorted.length % bins
  return Array.from({ length: bins }, (_, i) => {
    const start = i * size + Math.min(i, over)
    return toBin(sorted.slice(start, start + size + (i < over ? 1 : 0)))
  })
}

function toBin(rows: readonly Decided[]): Bin {
  const lost = sumOf(rows, ({ y }) => y)
  return {
    count: rows.length,
    lost,
    predicted: sumOf(rows, ({ q }) => q) / rows.length,
    from: rows.at(0)?.q ?? 0,
    to: rows.at(-1)?.q ?? 0,
    observed: lost / rows.length,
    interval: wilson(lost, rows.length),
  }
}

function weighted(bins: readonly Bin[], figureOf: (bin: Bin) => number): number {
  const all = sumOf(bins, ({ count }) => count)
  return sumOf(bins, (bin) => bin.count * figureOf(bin)) / all
}

/** Expected calibration error: mean distance of what was said from what happened. Too high with few decisions. */
export function calibrationError(bins: readonly Bin[]): number {
  return weighted(bins, ({ predicted, observed }) => Math.abs(predicted - observed))
}

/** Murphy's parts of the Brier score over bins; binning loses the variance within a bin, so they do not add up to it. */
export function murphyParts(rows: readonly Decided[], bins: readonly Bin[]) {
  const rate = baseRate(rows)
  return {
    reliability: weighted(bins, ({ predicted, observed }) => (predicted - observed) ** 2),
    resolution: weighted(bins, ({ observed }) => (observed - rate) ** 2),
  }
}

/** A step of the reliability curve: predictions `from` to `to` came true at this rate. */
export type Step = { from: number; to: number; rate: number; count: number }

/**
 * The reliability curve without bins: the best fit that never falls, by pooling neighbours that would.
 * Source: Dimitriadis, Gneiting, Jordan, "Stable reliability diagrams for probabilistic classifiers", PNAS 118 (2021).
 */
export function reliabilityCurve(rows: readonly Decided[]): Step[] {
  const steps: Step[] = []
  for (const { q, y } of [...rows].sort(byPrediction)) {
    let step: Step = { from: q, to: q, rate: y, count: 1 }
    // Equal predictions are one step, whatever came of each.
    for (let last = steps.at(-1); last; last = steps.at(-1)) {
      if (last.rate < step.rate && last.to < step.from) break
      steps.pop()
      const count = last.count + step.count
      const rate = (last.rate * last.count + step.rate * step.count) / count
      step = { from: last.from, to: step.to, rate, count }
    }
    steps.push(step)
  }
  return steps
}
