import { counted } from '#app/lib/counted.ts'
import type { ProfileState } from '#db/constants.ts'

import { testText, type Criterion } from './criteria.ts'

/** `key` is the same in every version that has the criterion, as far as its text was made from the earlier one. */
export type ComparedCriterion = Criterion & { key?: string; why: string }

/** What of a criterion can differ between two versions, in the order in which it is told. */
const PARTS = ['label', 'kind', 'points', 'test', 'why'] as const
export type ChangedPart = (typeof PARTS)[number]

export type CriterionDifference<C extends ComparedCriterion = ComparedCriterion> =
  | { change: 'added'; before: null; after: C }
  | { change: 'removed'; before: C; after: null }
  | { change: 'changed'; before: C; after: C; parts: ChangedPart[] }

export type ProfileComparison<C extends ComparedCriterion = ComparedCriterion> = {
  /** Both texts of who the ideal customer is; null when they are the same. */
  summary: { before: string; after: string } | null
  /** In the order of the later version, then what it no longer has. */
  criteria: CriterionDifference<C>[]
}

type Version<C> = { summary: string; criteria: readonly C[] }

/** What makes two criteria the same one, surest first. */
const MATCHES: readonly ((one: ComparedCriterion) => string | undefined)[] = [
  ({ key }) => key,
  ({ attribute, label }) => JSON.stringify([attribute, label]),
  ({ attribute, kind }) => JSON.stringify([attribute, kind]),
  ({ attribute }) => attribute,
]

/** The earlier criterion of each later one that has one; none is taken twice. */
export function matched<C extends ComparedCriterion>(
  before: readonly C[],
  after: readonly C[],
): Map<C, C> {
  const pairs = new Map<C, C>()
  const left = new Set(before)
  for (const keyOf of MATCHES) {
    for (const later of after) {
      if (pairs.has(later)) continue
      const key = keyOf(later)
      const earlier = key && [...left].find((one) => keyOf(one) === key)
      if (!earlier) continue
      pairs.set(later, earlier)
      left.delete(earlier)
    }
  }
  return pairs
}

/** The test with its values in one order, since that order decides nothing. */
const testKey = (one: Criterion) =>
  one.operator === 'is_one_of'
    ? testText({ ...one, operand: [...one.operand].sort() })
    : testText(one)

function changedParts(before: ComparedCriterion, after: ComparedCriterion): ChangedPart[] {
  const differs: Record<ChangedPart, boolean> = {
    label: before.label !== after.label,
    kind: before.kind !== after.kind,
    points: before.points !== after.points,
    test: testKey(before) !== testKey(after),
    why: before.why !== after.why,
  }
  return PARTS.filter((part) => differs[part])
}

/**
 * What differs between two versions of a profile. A criterion is the same one when the key is, else when attribute and
 * name are, else when the attribute is; of several on one attribute, one of the same kind comes first.
 */
export function compareProfiles<C extends ComparedCriterion>(
  before: Version<C>,
  after: Version<C>,
): ProfileComparison<C> {
  const pairs = matched(before.criteria, after.criteria)
  const kept = new Set(pairs.values())
  return {
    summary:
      before.summary === after.summary ? null : { before: before.summary, after: after.summary },
    criteria: [
      ...after.criteria.flatMap((later): CriterionDifference<C>[] => {
        const earlier = pairs.get(later)
        if (!earlier) return [{ change: 'added', before: null, after: later }]
        const parts = changedParts(earlier, later)
        return parts.length === 0
          ? []
          : [{ change: 'changed', before: earlier, after: later, parts }]
      }),
      ...before.criteria
        .filter((earlier) => !kept.has(earlier))
        .map((earlier) => ({ change: 'removed' as const, before: earlier, after: null })),
    ],
  }
}

/** What comes of a criterion: `20 points`, `a must-have`, `an exclusion`. */
export function effectText({ kind, points }: Pick<Criterion, 'kind' | 'points'>): string {
  if (kind === 'points') return counted(points, 'point')
  return kind === 'must_have' ? 'a must-have' : 'an exclusion'
}

/** Points after less points before, in tenths. */
export function pointsChange({ before, after }: CriterionDifference): number {
  return Math.round(((after?.points ?? 0) - (before?.points ?? 0)) * 10) / 10
}

function addedText(criterion: Criterion): string {
  if (criterion.kind === 'points') return `${criterion.label} added, ${effectText(criterion)}`
  return `${criterion.label} ${criterion.kind === 'must_have' ? 'required' : 'excluded'}`
}

function partText(part: ChangedPart, before: ComparedCriterion, after: ComparedCriterion): string {
  switch (part) {
    case 'label':
      return `before named ${before.label}`
    case 'kind':
      return `${effectText(before)} became ${effectText(after)}`
    case 'points':
      return `${before.points} to ${effectText(after)}`
    case 'test':
      return `${testText(before)} became ${testText(after)}`
    case 'why':
      if (after.why === '') return 'the reason was removed'
      return `the reason ${before.why === '' ? 'is' : 'became'} “${after.why}”`
  }
}

/** A difference in plain words, a sentence for each part that changed: `Integrated with the ERP: 20 to 25 points`. */
export function differenceTexts(difference: CriterionDifference): string[] {
  if (difference.change === 'added') return [addedText(difference.after)]
  if (difference.change === 'removed') return [`${difference.before.label} removed`]
  const { before, after, parts } = difference
  return parts
    .filter((part) => part !== 'points' || !parts.includes('kind'))
    .map((part) => `${after.label}: ${partText(part, before, after)}`)
}

/**
 * The version that was in force before one by its number; for a proposal that is the one in force.
 * @param versions newest first
 */
export function versionBefore<V extends { number: number; state: ProfileState }>(
  versions: readonly V[],
  number: number,
): V | undefined {
  return versions.find(
    (one) => one.number < number && ['current', 'superseded'].includes(one.state),
  )
}

/** What differs between two texts, a sentence for each change. */
export function textChanges(
  before: Version<ComparedCriterion>,
  after: Version<ComparedCriterion>,
): string[] {
  const { summary, criteria } = compareProfiles(before, after)
  return [
    ...criteria.flatMap(differenceTexts),
    ...(summary ? [`“${summary.before}” became “${summary.after}”`] : []),
  ]
}
