import type { Finding } from './family.ts'

/** False discovery rate up to which a difference is called established. */
const ESTABLISHED = 0.1
/** From here on the outcomes do not differ to speak of. */
const NO_DIFFERENCE = 0.5
/** Good outcomes, and bad ones, for each finding that is suggested; with fewer nothing is established. */
const OUTCOMES_EACH = 5

export type Verdict = 'established' | 'not_established' | 'not_testable' | 'too_few'

type Outcomes = { good: number; bad: number }

/** How many findings the outcomes bear at most. */
export function mostFindings({ good, bad }: Outcomes): number {
  return Math.floor(Math.min(good, bad) / OUTCOMES_EACH)
}

/** What our own retention says of a test. */
export function verdictOf(outcomes: Outcomes, { tested }: Pick<Finding, 'tested'>): Verdict {
  if (mostFindings(outcomes) === 0) return 'too_few'
  if (tested === null) return 'not_testable'
  return tested.q <= ESTABLISHED ? 'established' : 'not_established'
}

/** The verdict, and what it rests on, in words. */
export function verdictWords(
  outcomes: Outcomes,
  finding: Pick<Finding, 'tested' | 'counts' | 'unrecorded'>,
): { verdict: Verdict; word: string; note: string } {
  const verdict = verdictOf(outcomes, finding)
  return { verdict, word: WORDS[verdict], note: noteOf(verdict, finding) }
}

const WORDS: Readonly<Record<Verdict, string>> = {
  established: 'Established',
  not_established: 'Not established',
  not_testable: 'Not testable',
  too_few: 'Too few outcomes',
}

function noteOf(
  verdict: Verdict,
  { tested, counts, unrecorded }: Parameters<typeof verdictWords>[1],
) {
  if (verdict === 'too_few') return `needs ${OUTCOMES_EACH} good and ${OUTCOMES_EACH} bad`
  if (tested === null) {
    if (unrecorded > 0) return `${unrecorded} had no record by day 90`
    const known = counts.good + counts.bad
    const passing = counts.goodWith + counts.badWith
    const without = known - passing
    return without < passing
      ? `${having(without, 'is', 'are')} without it`
      : `${having(passing, 'has', 'have')} it`
  }
  const { q, logOdds } = tested
  if (q >= NO_DIFFERENCE) return 'no difference seen'
  const against = verdict === 'established' && logOdds.value < 0
  return `${against ? 'the other way, ' : ''}false-alarm risk ${riskText(q)}`
}

/** `nobody has`, `1 has`, `3 have`. */
const having = (count: number, one: string, many: string) =>
  count > 1 ? `${count} ${many}` : `${count === 1 ? 1 : 'nobody'} ${one}`

/** `16 %`, `10.2 %`, `under 0.1 %`: a decimal where one decides. */
function riskText(q: number): string {
  const percent = q * 100
  if (percent < 0.1) return 'under 0.1 %'
  return `${percent < 10.5 ? percent.toFixed(1) : Math.round(percent)} %`
}
