import { normalCdf } from '#app/lib/normal.ts'
import { sumOf } from '#app/lib/numbers.ts'
import { IMPORTANCES, type Importance } from '#db/constants.ts'

import { medianCost } from './cost.ts'
import { probabilityOf } from './hazards.ts'
import type { ModelParameters } from './parameters.ts'
import type { ScoredExposure, ScoredItem, ScoredLink, ScoreResult } from './types.ts'

/** The 90 % point of a standard normal distribution: ten of a hundred lie above, ten below its negative. */
const Z_80 = 1.281552

/** From this probability on, that one item outranks another is supported. */
export const SUPPORTED = 0.8

/** How much of an item's value moves with the uncertain factors of one exposure; all relative to the item's value. */
export type Pull = {
  /** Share of the item's value that this exposure brings. */
  share: number
  /** What the hazard of the item's own link does to every value of the exposure, and to the item's beyond that. */
  common: number
  own: number
  /** Squared length of what all the exposure's own factors do to every value of it. */
  common2: number
}

/**
 * First-order change of the logarithm of an item's score with each uncertain factor, a standard normal one each: the
 * level of each importance (shared by all links), each link, each exposure's baseline, and the item's cost. Kept in a
 * form in which two items can be compared in the number of their exposures.
 */
export type Sensitivity = {
  /** Median score: value over median cost, base units an engineer-week. */
  median: number
  /** Log standard deviation of the cost. */
  cost: number
  importance: Record<Importance, number>
  /** By exposure. A plain object, so that it can be stored. */
  pulls: Readonly<Record<string, Pull>>
}

type LinkPull = { importance: Importance; common: number; own: number }

/**
 * What one link's hazard does. A value of the exposure is `W·G·μ` with `G = e^-Λ·(e^m - 1)/m`: raising `ln λ` moves
 * `ln G` by `λ·(H·μ' - 1)` with `H = ∂lnG/∂m = 1/(1 - e^-m) - 1/m`, and the link's own `ln μ` by `λ·μ'/μ`.
 */
function pullOf({ lambda, mu, rho, claim }: ScoredLink, slope: number): LinkPull {
  const response = rho * Math.exp(lambda - mu)
  return {
    importance: claim.severity,
    common: lambda * (slope * response - 1),
    own: mu > 0 ? (lambda * response) / mu : 0,
  }
}

/** 1/(1 - e^-m) - 1/m; by its series where the two terms would cancel. */
function slopeOf(m: number): number {
  return m < 1e-3 ? 0.5 + m / 12 : 1 / probabilityOf(m) - 1 / m
}

type Field = {
  links: ReadonlyMap<string, LinkPull>
  /** What each importance does to every value of the exposure, and the squared length of its other factors. */
  importance: Record<Importance, number>
  common2: number
}

function fieldOf(
  exposure: Pick<ScoredExposure, 'l0' | 'links'>,
  { uncertainty }: ModelParameters,
): Field {
  const slope = slopeOf(sumOf(exposure.links, (link) => link.mu))
  const links = new Map<string, LinkPull>()
  const importance: Record<Importance, number> = { blocker: 0, critical: 0, major: 0, minor: 0 }
  let common2 = (uncertainty.baseline * exposure.l0) ** 2
  for (const link of exposure.links) {
    const pull = pullOf(link, slope)
    if (link.item !== null && link.standing === 'open') links.set(link.item, pull)
    importance[pull.importance] += pull.common
    common2 += (uncertainty.link * pull.common) ** 2
  }
  return { links, importance, common2 }
}

/** A scored item with how sure its score is. */
export type SureItem = ScoredItem & { sensitivity: Sensitivity }

/**
 * Says of each item how sure its score is, by the factors of section 3.4 of the model with its log standard deviations;
 * the derivatives are in closed form. An item without value has no pulls.
 */
export function withSensitivities(
  { exposures, items }: Pick<ScoreResult, 'exposures' | 'items'>,
  parameters: ModelParameters,
): SureItem[] {
  const fields = new Map(exposures.map((one) => [one.id, fieldOf(one, parameters)]))
  return items.map((item) => ({ ...item, sensitivity: sensitivityOf(item, fields, parameters) }))
}

function sensitivityOf(
  item: ScoredItem,
  fields: ReadonlyMap<string, Field>,
  { uncertainty }: ModelParameters,
): Sensitivity {
  const importance: Record<Importance, number> = { blocker: 0, critical: 0, major: 0, minor: 0 }
  const pulls: Record<string, Pull> = {}
  for (const part of item.parts) {
    const field = fields.get(part.exposure)
    const link = field?.links.get(item.id)
    if (!field || !link || part.value === 0) continue
    const share = part.value / item.value
    for (const level of IMPORTANCES) {
      importance[level] += share * uncertainty.importance[level] * field.importance[level]
    }
    importance[link.importance] += share * uncertainty.importance[link.importance] * link.own
    pulls[part.exposure] = {
      share,
      common: uncertainty.link * link.common,
      own: uncertainty.link * link.own,
      common2: field.common2,
    }
  }
  return { median: item.value / medianCost(item), cost: item.costSigma, importance, pulls }
}

const NONE: Pull = { share: 0, common: 0, own: 0, common2: 0 }

/** Variance that the exposure's factors give to the difference of two items' logarithms. */
function variance(a: Pull, b: Pull): number {
  const field = Math.max(a.common2, b.common2)
  const apart = a.share - b.share
  return (
    apart ** 2 * field +
    2 * apart * (a.share * a.common * a.own - b.share * b.common * b.own) +
    (a.share * a.own) ** 2 +
    (b.share * b.own) ** 2
  )
}

/** Standard deviation of the logarithm of the score. */
export function spreadOf({ cost, importance, pulls }: Sensitivity): number {
  const levels = sumOf(IMPORTANCES, (level) => importance[level] ** 2)
  return Math.sqrt(cost ** 2 + levels + sumOf(Object.values(pulls), (pull) => variance(pull, NONE)))
}

/** The interval in which four of five scores would lie, around the median; base units an engineer-week. */
export function intervalOf(sensitivity: Sensitivity): { low: number; high: number } {
  const reach = Math.exp(Z_80 * spreadOf(sensitivity))
  return { low: sensitivity.median / reach, high: sensitivity.median * reach }
}

/**
 * Probability that the first of two different items truly outranks the second. Factors that both share cancel, which
 * comparing two intervals would overlook. An item of no value loses for certain; two of them are even.
 */
export function outranks(a: Sensitivity, b: Sensitivity): number {
  if (a.median === 0 || b.median === 0) {
    return a.median === b.median ? 0.5 : Number(a.median > b.median)
  }
  const levels = sumOf(IMPORTANCES, (level) => (a.importance[level] - b.importance[level]) ** 2)
  const exposures = new Set([...Object.keys(a.pulls), ...Object.keys(b.pulls)])
  const together = sumOf(exposures, (x) => variance(a.pulls[x] ?? NONE, b.pulls[x] ?? NONE))
  const spread = Math.sqrt(a.cost ** 2 + b.cost ** 2 + levels + together)
  return normalCdf((Math.log(a.median) - Math.log(b.median)) / spread)
}

/**
 * Tiers of a ranking: a new one opens where it is supported that the head of the current one outranks the item.
 * @param ranking sensitivities from the first rank to the last
 * @returns the tier of each, from 1
 */
export function tiersOf(ranking: readonly Sensitivity[]): number[] {
  let tier = 0
  let head: Sensitivity | null = null
  return ranking.map((one) => {
    if (head === null || outranks(head, one) >= SUPPORTED) {
      tier += 1
      head = one
    }
    return tier
  })
}
