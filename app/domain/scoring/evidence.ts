import { EVIDENCES, type Evidence } from '#db/constants.ts'

/** The evidence that counts: one level lower where Product does not find it convincing. */
export function countedEvidence(evidence: Evidence, doubted: boolean): Evidence {
  if (!doubted) return evidence
  return EVIDENCES[Math.max(0, EVIDENCES.indexOf(evidence) - 1)] ?? 'none'
}
