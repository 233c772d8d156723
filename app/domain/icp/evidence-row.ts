import { wilson, Z95, type Interval } from '#app/lib/wilson.ts'

import { informationValue, type Counts } from './evidence.ts'
import type { Finding } from './family.ts'
import { verdictWords, type Verdict } from './verdict.ts'

/** How many of some accounts were kept, and the 95 % interval of the share. */
export type KeptShare = Interval & { kept: number; of: number }

/** What a page shows of one test. */
export type EvidenceRow = {
  /** Accounts that pass, and those that do not. */
  with: KeptShare
  without: KeptShare
  verdict: Verdict
  word: string
  note: string
  /** For readers who know them; null where nothing was tested. */
  figures: { logOdds: number; low: number; high: number; p: number; q: number; iv: number } | null
}

export function keptShare(kept: number, of: number): KeptShare {
  return { kept, of, ...wilson(kept, of) }
}

/** A finding as a page shows it. */
export function evidenceRow(
  outcomes: { good: number; bad: number },
  finding: Finding,
): EvidenceRow {
  const { counts, tested } = finding
  const { goodWith, badWith, good, bad } = counts
  return {
    with: keptShare(goodWith, goodWith + badWith),
    without: keptShare(good - goodWith, good + bad - goodWith - badWith),
    ...verdictWords(outcomes, finding),
    figures: tested && figuresOf(tested, counts),
  }
}

function figuresOf(
  { p, q, logOdds: { value, se } }: NonNullable<Finding['tested']>,
  counts: Counts,
) {
  const half = Z95 * se
  return {
    logOdds: value,
    low: value - half,
    high: value + half,
    p,
    q,
    iv: informationValue(counts),
  }
}
