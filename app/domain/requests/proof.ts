import type { Evidence } from '#db/constants.ts'

type Proof = {
  evidence: Evidence
  evidenceUrl?: string | null | undefined
  evidenceQuote?: string | null | undefined
}

/** A doubt of Product's, and whose it is. */
export type Doubt = { evidenceDoubt: string | null; evidenceDoubtedBy: number | null }

const NO_DOUBT: Doubt = { evidenceDoubt: null, evidenceDoubtedBy: null }

/** Evidence as it is stored: only what the customer wrote has a quote or a link. A doubt goes with what it was about. */
export function proofColumns(given: Proof, before: (Required<Proof> & Doubt) | null) {
  const written = given.evidence === 'customer_written'
  const proof = {
    evidence: given.evidence,
    evidenceUrl: written ? (given.evidenceUrl ?? null) : null,
    evidenceQuote: written ? (given.evidenceQuote ?? null) : null,
  }
  return { ...proof, ...(before ? keptDoubt(before, proof) : NO_DOUBT) }
}

/** The doubt that still stands once the evidence is as given. */
export function keptDoubt(before: Required<Proof> & Doubt, after: Required<Proof>): Doubt {
  const same =
    before.evidence === after.evidence &&
    before.evidenceUrl === after.evidenceUrl &&
    before.evidenceQuote === after.evidenceQuote
  const { evidenceDoubt, evidenceDoubtedBy } = before
  return same ? { evidenceDoubt, evidenceDoubtedBy } : NO_DOUBT
}
