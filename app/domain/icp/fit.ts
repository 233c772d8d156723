import type { AttributeValue } from '#app/domain/accounts/attributes.ts'
import { sum } from '#app/lib/numbers.ts'

import { passes, testText, type Criterion } from './criteria.ts'

/** Log odds between meeting all 100 points and none: 0.9 against 0.1. */
const LOG_ODDS = 2 * Math.log(9)

/** What a criterion of so many points weighs before any evidence, in log odds. */
export const priorWeight = (points: number) => (LOG_ODDS * points) / 100

/** How many points would weigh as much before any evidence. */
export const pointsOfWeight = (weight: number) => (100 * weight) / LOG_ODDS

/** Fit by criteria: the log odds that each weighs, and how far it is met: 1 met, 0 not, ½ unknown. */
export function fitOf(terms: readonly { weight: number; met: number }[]): number {
  return 1 / (1 + Math.exp(-sum(terms.map(({ weight, met }) => weight * (met - 0.5)))))
}

/** The most that an account is worth of which a must-have is unknown. */
const UNKNOWN_CAP = 0.5

/** Bands with the least fit of each, best first. */
export const FIT_BANDS = [
  ['ideal', 0.75],
  ['good', 0.6],
  ['fair', 0.4],
  ['poor', 0],
] as const
export type FitBand = (typeof FIT_BANDS)[number][0]

/** One criterion against one account. */
export type FitReason = {
  kind: Criterion['kind']
  label: string
  attribute: string
  points: number
  /** What was asked: `is one of Logistics, Retail`. */
  test: string
  /** What the account has; null when nobody knows. */
  value: AttributeValue
}

export type Fit = {
  /** 0 to 1, for order and weight; it is no probability. */
  fit: number
  band: FitBand
  /** A must-have is unknown, which holds the fit at 0.5. */
  mustHaveUnknown: boolean
  /** A must-have failed or an exclusion is met, which makes the fit 0. */
  ruledOut: boolean
  /** Largest points first; must-haves and exclusions before them. */
  reasonsFor: FitReason[]
  reasonsAgainst: FitReason[]
  unknown: FitReason[]
  /** What the reader may not know the outcome of. */
  withheld: FitReason[]
}

/** The fit without a word on how some of its criteria come out. */
export function withholding(fit: Fit, isSecret: (reason: FitReason) => boolean): Fit {
  const open = (reasons: readonly FitReason[]) => reasons.filter((reason) => !isSecret(reason))
  const { reasonsFor, reasonsAgainst, unknown } = fit
  return {
    ...fit,
    reasonsFor: open(reasonsFor),
    reasonsAgainst: open(reasonsAgainst),
    unknown: open(unknown),
    withheld: [...reasonsFor, ...reasonsAgainst, ...unknown]
      .filter(isSecret)
      .map((reason) => ({ ...reason, value: null })),
  }
}

/** The band that a fit between 0 and 1 falls into. */
export function fitBand(fit: number): FitBand {
  return FIT_BANDS.find(([, least]) => fit >= least)?.[0] ?? 'poor'
}

const KIND_ORDER: readonly Criterion['kind'][] = ['exclusion', 'must_have', 'points']

/** A criterion and the log odds that it weighs. */
type Weighed = Criterion & { weight: number }
type Finding = { criterion: Weighed; met: boolean | null; reason: FitReason }

/** What our retention turned around, with a weight below zero, speaks against whoever meets it. */
function speaksAgainst({ criterion, met }: Finding): boolean {
  return met === (criterion.kind === 'exclusion' || criterion.weight < 0)
}

/** That an exclusion does not apply is no merit. */
function speaksFor(finding: Finding): boolean {
  const { criterion, met } = finding
  return met !== null && criterion.kind !== 'exclusion' && !speaksAgainst(finding)
}

/**
 * Fit of an account against a profile: 1 / (1 + e^-Σβ(x - ½)) over the criteria with points, β their weights,
 * x = 1 when met, 0 when not, ½ when unknown. An exclusion met or a must-have failed makes it 0; a must-have unknown
 * holds it at 0.5 or less.
 * @param attributes Present values by attribute key; a key that is missing is unknown.
 */
export function fitAccount(
  criteria: readonly Weighed[],
  attributes: Readonly<Record<string, AttributeValue | undefined>>,
): Fit {
  const findings = criteria
    .map((criterion): Finding => {
      const { kind, label, attribute, points } = criterion
      const value = attributes[attribute] ?? null
      const reason = { kind, label, attribute, points, test: testText(criterion), value }
      return { criterion, met: passes(criterion, value), reason }
    })
    .sort(
      (a, b) =>
        KIND_ORDER.indexOf(a.criterion.kind) - KIND_ORDER.indexOf(b.criterion.kind) ||
        b.criterion.points - a.criterion.points,
    )

  const terms = findings.flatMap(({ criterion, met }) =>
    criterion.kind === 'points'
      ? [{ weight: criterion.weight, met: met === null ? 0.5 : Number(met) }]
      : [],
  )
  const against = findings.filter(speaksAgainst)
  const unknown = findings.filter(({ met }) => met === null)
  const ruledOut = against.some(({ criterion }) => criterion.kind !== 'points')
  const mustHaveUnknown = unknown.some(({ criterion }) => criterion.kind === 'must_have')
  const scored = fitOf(terms)
  const fit = ruledOut ? 0 : mustHaveUnknown ? Math.min(UNKNOWN_CAP, scored) : scored
  const reasons = (found: Finding[]) => found.map(({ reason }) => reason)
  return {
    fit,
    band: fitBand(fit),
    mustHaveUnknown,
    ruledOut,
    reasonsFor: reasons(findings.filter(speaksFor)),
    reasonsAgainst: reasons(against),
    unknown: reasons(unknown),
    withheld: [],
  }
}
