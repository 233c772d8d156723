import type { Claim, Part, ScoredLink } from './types.ts'

/**
 * A claim as everybody who may see a receipt sees it. One that is adjusted for who makes it shows no factors, of which
 * the private figure would be what is left over.
 */
export type ShownClaim = Pick<Claim, 'severity' | 'evidence' | 'type' | 'ageDays' | 'lambda'> & {
  /** Null when it is adjusted. */
  factors: Pick<Claim, 'base' | 'typeFactor' | 'evidenceFactor' | 'staleness' | 'chi'> | null
}

/** A part of the receipt without what is private in it. */
export type ShownPart = Omit<Part, 'link'> & {
  link: Omit<ScoredLink, 'claim'> & { claim: ShownClaim }
}

function showClaim({ adjustment, ...claim }: Claim): ShownClaim {
  const { severity, evidence, type, ageDays, lambda, ...factors } = claim
  const shown = { severity, evidence, type, ageDays, lambda }
  return { ...shown, factors: adjustment === 1 ? factors : null }
}

/** Takes away from a part what tells how the claims of its submitter are adjusted. */
export function showPart(part: Part): ShownPart {
  return { ...part, link: { ...part.link, claim: showClaim(part.link.claim) } }
}
