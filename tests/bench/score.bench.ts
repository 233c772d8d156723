/**
 * Full recompute of about 100,000 links, as a ratio to a floor: a plain loop over the same links that does the model's
 * arithmetic (one exponential and one logarithm a hazard, shares by exposure) on flat arrays and keeps no breakdown.
 * The floor cancels the machine, so the ratio can be compared between machines and days.
 *
 * Run: npx tsx tests/bench/score.bench.ts
 */
import { performance } from 'node:perf_hooks'

import { DEFAULT_PARAMETERS } from '#app/domain/scoring/parameters.ts'
import { compareRank } from '#app/domain/scoring/rank.ts'
import { scoreBacklog } from '#app/domain/scoring/score.ts'
import type { LinkInput, ScoreInput } from '#app/domain/scoring/types.ts'
import { tiersOf, withSensitivities } from '#app/domain/scoring/uncertainty.ts'
import { EVIDENCES, IMPORTANCES } from '#db/constants.ts'
import { item, renewal, TODAY } from '#tests/support/score-input.ts'

const EXPOSURES = 5_000
const ITEMS = 10_000
const LINKS_EACH = 20
const RUNS = 9

/** Numbers from 0 to `below`, the same on every run (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

function makeInput(): ScoreInput {
  const roll = dice(20260115)
  const pick = <T>(values: readonly [T, ...T[]]): T => values[roll(values.length)] ?? values[0]
  const exposures = Array.from({ length: EXPOSURES }, (_, i) =>
    renewal({
      id: `X${i}`,
      account: `A${roll(EXPOSURES)}`,
      amount: 1000 * roll(500),
      health: roll(101),
    }),
  )
  const items = Array.from({ length: ITEMS }, (_, i) => item({ id: `R${i}` }))
  const links = exposures.flatMap(({ id: x }) =>
    Array.from({ length: LINKS_EACH }, (): LinkInput => ({
      x,
      r: `R${roll(ITEMS)}`,
      severity: pick(IMPORTANCES),
      evidence: pick(EVIDENCES),
      ageDays: roll(400),
    })),
  )
  return { exposures, items, links }
}

/** The same number of hazards, removable hazards and shares, and nothing else. */
function floor(input: ScoreInput): number {
  const value = new Float64Array(ITEMS)
  const lambda = new Float64Array(LINKS_EACH)
  const mu = new Float64Array(LINKS_EACH)
  const target = Int32Array.from(input.links, ({ r }) => Number(r?.slice(1)))
  for (let x = 0; x < EXPOSURES; x++) {
    let hazard = 0.16
    let removable = 0
    for (let i = 0; i < LINKS_EACH; i++) {
      const age = input.links[x * LINKS_EACH + i]?.ageDays ?? 0
      const one = 0.03 * 2 ** (-age / 180)
      const removed = Math.log1p(0.75 * Math.expm1(one))
      lambda[i] = one
      mu[i] = removed
      hazard += one
      removable += removed
    }
    const share = (1e5 * Math.exp(removable - hazard) * -Math.expm1(-removable)) / removable
    for (let i = 0; i < LINKS_EACH; i++) {
      const r = target[x * LINKS_EACH + i] ?? 0
      value[r] = (value[r] ?? 0) + share * (mu[i] ?? 0)
    }
  }
  return value.reduce((a, b) => a + b, 0)
}

/** Least milliseconds of a few runs, after one to warm up: what a busy machine adds is not the code's. */
function best(work: () => unknown): number {
  work()
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.min(...times)
}

const input = makeInput()
const scored = scoreBacklog({ today: TODAY, parameters: DEFAULT_PARAMETERS, input })
const ranking = withSensitivities(scored, DEFAULT_PARAMETERS)
  .sort(compareRank)
  .map(({ sensitivity }) => sensitivity)

const least = best(() => floor(input))
for (const [name, work] of [
  [
    'score with its breakdown',
    () => scoreBacklog({ today: TODAY, parameters: DEFAULT_PARAMETERS, input }),
  ],
  ['how sure each score is', () => withSensitivities(scored, DEFAULT_PARAMETERS)],
  [`tiers of ${ITEMS} items`, () => tiersOf(ranking)],
] as const) {
  const time = best(work)
  process.stdout.write(
    `${input.links.length} links: floor ${least.toFixed(1)} ms, ${name} ${time.toFixed(1)} ms, ratio ${(time / least).toFixed(1)}\n`,
  )
}
