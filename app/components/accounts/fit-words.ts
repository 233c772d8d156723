import type { Fit } from '#app/domain/icp/fit.ts'

/** A fit by how many criteria speak for and against it: `3 for, 1 unknown; a must-have is unknown`. */
export function fitSummary(fit: Fit): string {
  const counts = [
    [fit.reasonsFor, 'for'],
    [fit.reasonsAgainst, 'against'],
    [fit.unknown, 'unknown'],
  ] as const
  const words = counts
    .filter(([reasons]) => reasons.length > 0)
    .map(([reasons, word]) => `${reasons.length} ${word}`)
    .join(', ')
  if (fit.ruledOut) return words === '' ? 'ruled out' : `${words}; ruled out`
  return fit.mustHaveUnknown ? `${words}; a must-have is unknown` : words
}
