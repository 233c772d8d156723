import type { AttributeType } from '#db/constants.ts'

import { candidateTests } from './candidate-tests.ts'
import type { Test } from './criteria.ts'
import {
  falseDiscoveryRates,
  fisherExact,
  logOddsRatio,
  type Counts,
  type Estimate,
} from './evidence.ts'
import { examine, isTestable, tally, type Examined, type Observation } from './observations.ts'

export type FamilyAttribute = { key: string; label: string; type: AttributeType }

/** What the outcomes say of one test. */
export type Finding = {
  test: Test
  /** The test that holds where this one does not; null where it cannot be written as one. */
  opposite: Test | null
  /** Accounts of which it is known whether they pass. */
  counts: Counts
  /** Accounts on which nothing was recorded early enough. */
  unrecorded: number
  /** Null where too few pass, or too few do not. */
  tested: { p: number; q: number; logOdds: Estimate } | null
}

export type Family<C> = {
  /** Each criterion as written, in the order given. */
  criteria: { criterion: C; finding: Finding }[]
  /** Every other attribute, by how well it is established; one that cannot be tested has one entry. */
  others: { attribute: FamilyAttribute; finding: Finding }[]
  /** Tests that were made. */
  size: number
  good: number
  bad: number
}

/**
 * Tests of every attribute, not of the chosen ones: each criterion as written, each value that enough accounts have,
 * numbers at their quartiles, and whether anything is known; all chosen without a look at the outcome. Fisher's exact
 * test each, and the false discovery rate over all of them. Source: docs/model.md.
 */
export function testFamily<C extends Test>(
  observations: readonly Observation[],
  attributes: readonly FamilyAttribute[],
  criteria: readonly C[],
): Family<C> {
  const asked = criteria.map((criterion) => ({
    criterion,
    found: examine(observations, criterion),
  }))
  const others = attributes.flatMap((attribute) => {
    const seen = new Set(
      asked
        .filter(({ criterion }) => criterion.attribute === attribute.key)
        .map((one) => one.found.split),
    )
    const distinct = candidateTests(observations, attribute).flatMap(({ test, opposite }) => {
      const found = examine(observations, test)
      if (!isTestable(found.counts) || seen.has(found.split)) return []
      seen.add(found.split)
      return [{ attribute, opposite, found }]
    })
    if (distinct.length > 0 || seen.size > 0) return distinct
    const test: Test = { attribute: attribute.key, operator: 'is_known', operand: null }
    return [{ attribute, opposite: null, found: examine(observations, test) }]
  })

  const all = [...asked, ...others]
  const made = all.filter(({ found }) => isTestable(found.counts))
  const ps = made.map(({ found }) => fisherExact(found.counts))
  const rates = falseDiscoveryRates(ps)
  const results = new Map(
    made.map(({ found }, i) => [found, { p: ps[i] ?? 1, q: rates[i] ?? 1 }] as const),
  )
  const finding = (found: Examined, opposite: Test | null): Finding => {
    const { test, counts, unrecorded } = found
    const result = results.get(found)
    const tested = result ? { ...result, logOdds: logOddsRatio(counts) } : null
    return { test, opposite, counts, unrecorded, tested }
  }
  return {
    criteria: asked.map(({ criterion, found }) => ({ criterion, finding: finding(found, null) })),
    others: others
      .map(({ attribute, opposite, found }) => ({ attribute, finding: finding(found, opposite) }))
      .sort((a, b) => rank(a.finding) - rank(b.finding)),
    size: made.length,
    ...tally(observations),
  }
}

/** By probability; what is not tested comes last. */
const rank = ({ tested }: Finding) => tested?.p ?? 2
