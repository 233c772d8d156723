/** Accounts that both teams must have rated before the agreement says anything. */
export const LEAST_ACCOUNTS = 20
/** People of a team who must have finished before anything of it is shown. */
export const LEAST_PEOPLE = 2

/** Least agreement of each word (Krippendorff's customary limits). */
const ALIGNED = 0.8
const TENTATIVE = 0.667
/** From here on the teams differ by more than the people within them do. */
const GAP = 0.2

/** What may be said of an agreement across the teams. */
export type Verdict = 'few' | 'unclear' | 'aligned' | 'tentative' | 'apart'

/** @param accounts rated by both teams */
export function verdictOf(across: number | null, accounts: number): Verdict {
  if (accounts < LEAST_ACCOUNTS) return 'few'
  if (across === null) return 'unclear'
  return across >= ALIGNED ? 'aligned' : across >= TENTATIVE ? 'tentative' : 'apart'
}

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  few: 'Too few to say',
  unclear: 'Nothing to compare',
  aligned: 'Aligned',
  tentative: 'Tentatively aligned',
  apart: 'Not aligned',
}

/** The agreement within each team and across them, 1 at most; null where nothing can be said. */
export type Agreement = { cs: number | null; product: number | null; across: number | null }

/** How much less the teams agree with each other than the less united of them within itself. */
export function gapOf({ cs, product, across }: Agreement): number | null {
  return cs === null || product === null || across === null ? null : Math.min(cs, product) - across
}

/**
 * What the three agreements mean together, in a sentence.
 * @param verdict on the agreement across the teams
 */
export function explainAgreement(verdict: Verdict, agreement: Agreement): string {
  if (verdict === 'few') {
    return `Both teams must have rated ${LEAST_ACCOUNTS} accounts before this says anything.`
  }
  const { cs, product, across } = agreement
  const gap = gapOf(agreement)
  if (cs === null || product === null || across === null || gap === null) {
    return 'Everybody rated every account alike, so there is nothing to compare.'
  }
  const [csUnited, productUnited] = [cs >= TENTATIVE, product >= TENTATIVE]
  if (verdict === 'aligned') return 'Both teams mean the same customer.'
  if (csUnited && productUnited) {
    if (gap >= GAP) return 'Each team agrees within itself, but the two mean different customers.'
    return across >= TENTATIVE
      ? 'Both teams mean nearly the same customer; what is left is no more than people differ within a team.'
      : 'Each team agrees within itself, and the two mean customers that are alike only in part.'
  }
  if (csUnited) return 'Customer Success agrees within itself, Product does not: talk there first.'
  if (productUnited) {
    return 'Product agrees within itself, Customer Success does not: talk there first.'
  }
  return gap >= GAP
    ? 'Neither team quite agrees within itself, and the two differ more than that.'
    : 'People do not agree within either team: the text of the profile is unclear.'
}
