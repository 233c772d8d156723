import type { AttributeValue } from '#app/domain/accounts/attributes.ts'
import { sum } from '#app/lib/numbers.ts'

import { passes, testText, type Criterion } from './criteria.ts'

/** Log odds between meeting all 100 points and none: 0.9 against 0.1. */
const LOG_ODDS = 2 * Math.log(9)

/** What a criterion of so many points weighs before any evidence, in log odds. */
export const priorWeight = (points: number) => (LOG_ODDS * points) / 100

/** How many points would weigh as much before any evidence. */
export const pointsOfWeight = (weight: number) => (100 * weight) / LOG_ODDS

/** The log odds that a criterion weighs, and how far it is met: 1 met, 0 not, ½ unknown. */
type Term = { weight: number; met: number }

const logOdds = ({ weight, met }: Term) => weight * (met - 0.5)

/** Fit by criteria: 1 / (1 + e^-Σβ(x - ½)). */
export function fitOf(terms: readonly Term[]): number {
  return 1 / (1 + Math.exp(-sum(terms.map(logOdds))))
}

/** The most that an account is worth of which a must-have is unknown. */
export const UNKNOWN_CAP = 0.5

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
  /**
   * What it adds to the fit or takes from it; 0 for must-haves and exclusions, and when unknown. Null when another
   * part is withheld, which would follow from it.
   */
  part: number | null
}

/** What the findings come to. */
export type Score = {
  /** 0 to 1, for order and weight; it is no probability. */
  fit: number
  band: FitBand
  /** The fit by the criteria with points alone: ½ and the parts of all of them. */
  scored: number
  /** A must-have is unknown, which holds the fit at 0.5. */
  mustHaveUnknown: boolean
  /** A must-have failed or an exclusion is met, which makes the fit 0. */
  ruledOut: boolean
}

export type Fit = Score & {
  /** Largest points first; must-haves and exclusions before them. */
  reasonsFor: FitReason[]
  reasonsAgainst: FitReason[]
  unknown: FitReason[]
  /** What the reader may not know the outcome of. */
  withheld: FitReason[]
}

/** The fit without a word on how some of its criteria come out. */
export function withholding(fit: Fit, isSecret: (reason: FitReason) => boolean): Fit {
  const { reasonsFor, reasonsAgainst, unknown } = fit
  const withheld = [...reasonsFor, ...reasonsAgainst, ...unknown].filter(isSecret)
  if (withheld.length === 0) return fit
  const open = (reasons: readonly FitReason[]) =>
    reasons.filter((reason) => !isSecret(reason)).map((reason) => ({ ...reason, part: null }))
  return {
    ...fit,
    reasonsFor: open(reasonsFor),
    reasonsAgainst: open(reasonsAgainst),
    unknown: open(unknown),
    withheld: withheld.map((reason) => ({ ...reason, value: null, part: null })),
  }
}

/** The band that a fit between 0 and 1 falls into. */
export function fitBand(fit: number): FitBand {
  return FIT_BANDS.find(([, least]) => fit >= least)?.[0] ?? 'poor'
}

const KIND_ORDER: readonly Criterion['kind'][] = ['exclusion', 'must_have', 'points']

/** Present values by attribute key; a key that is missing is unknown. */
type Attributes = Readonly<Record<string, AttributeValue | undefined>>

/** A criterion and the log odds that it weighs. */
export type Weighed = Criterion & { weight: number }
/** A criterion and what comes of it; null when unknown. */
type Finding = { criterion: Weighed; met: boolean | null }

/** What our retention turned around, with a weight below zero, speaks against whoever meets it. */
function speaksAgainst({ criterion, met }: Finding): boolean {
  return met === (criterion.kind === 'exclusion' || criterion.weight < 0)
}

/** That an exclusion does not apply is no merit. */
function speaksFor(finding: Finding): boolean {
  const { criterion, met } = finding
  return met !== null && criterion.kind !== 'exclusion' && !speaksAgainst(finding)
}

const termOf = ({ criterion, met }: Finding): Term => ({
  weight: criterion.kind === 'points' ? criterion.weight : 0,
  met: met === null ? 0.5 : Number(met),
})

/**
 * Fit by what comes of each criterion: that of the criteria with points, but an exclusion met or a must-have failed makes
 * it 0, and a must-have unknown holds it at 0.5 or less.
 */
export function scoreFindings(findings: readonly Finding[]): Score {
  const scored = fitOf(findings.map(termOf))
  const rules = findings.filter(({ criterion }) => criterion.kind !== 'points')
  const ruledOut = rules.some(speaksAgainst)
  const mustHaveUnknown = rules.some(
    ({ criterion, met }) => criterion.kind === 'must_have' && met === null,
  )
  const fit = ruledOut ? 0 : mustHaveUnknown ? Math.min(UNKNOWN_CAP, scored) : scored
  return { fit, band: fitBand(fit), scored, mustHaveUnknown, ruledOut }
}

/** What comes of each criterion, in their order. */
export const findingsOf = (criteria: readonly Weighed[], attributes: Attributes): Finding[] =>
  criteria.map((criterion) => ({
    criterion,
    met: passes(criterion, attributes[criterion.attribute] ?? null),
  }))

/** The fit of an account alone, for whom nobody asks the reasons: of a whole book it is much the quicker. */
export function scoreAccount(criteria: readonly Weighed[], attributes: Attributes): Score {
  return scoreFindings(findingsOf(criteria, attributes))
}

/**
 * Fit of an account against a profile, with what speaks for and against it. Each reason carries its part of the fit:
 * its share of the log odds, in the ratio of the whole fit beyond ½ to all log odds (Aumann–Shapley, as the score
 * does), so that ½ and the parts add up to `scored`.
 */
export function fitAccount(criteria: readonly Weighed[], attributes: Attributes): Fit {
  const findings = findingsOf(criteria, attributes).sort(
    (a, b) =>
      KIND_ORDER.indexOf(a.criterion.kind) - KIND_ORDER.indexOf(b.criterion.kind) ||
      b.criterion.points - a.criterion.points,
  )
  const all = sum(findings.map((finding) => logOdds(termOf(finding))))
  const fitByLogOdds = all === 0 ? 0.25 : Math.tanh(all / 2) / (2 * all)
  const reasons = (found: Finding[]) =>
    found.map((finding): FitReason => {
      const { kind, label, attribute, points } = finding.criterion
      const value = attributes[attribute] ?? null
      const part = logOdds(termOf(finding)) * fitByLogOdds
      return { kind, label, attribute, points, test: testText(finding.criterion), value, part }
    })
  return {
    ...scoreFindings(findings),
    reasonsFor: reasons(findings.filter(speaksFor)),
    reasonsAgainst: reasons(findings.filter(speaksAgainst)),
    unknown: reasons(findings.filter(({ met }) => met === null)),
    withheld: [],
  }
}
