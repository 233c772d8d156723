import type { Lifecycle } from '#db/constants.ts'

import { ARR_KEY } from './derived.ts'
import type { Fit, FitReason } from './fit.ts'

const MOST_IDEAL = 4

type Fitted = { id: number; name: string; lifecycle: Lifecycle; fit: Fit }

/** An account that shows who is meant, with why in a few words. */
export type Example = { id: number; name: string; why: string }

/** What may be said aloud: nothing of what an account pays. */
const told = (reasons: readonly FitReason[]) =>
  reasons.filter(({ attribute }) => attribute !== ARR_KEY)

/** A few of the best active accounts that are ideal, and the one that is the least so; without any amount. */
export function examplesOf(fits: readonly Fitted[]): {
  ideal: Example[]
  not: Example | null
} {
  const active = fits.filter(({ lifecycle }) => lifecycle === 'active')
  const ideal = active
    .filter(({ fit }) => fit.band === 'ideal')
    .sort((a, b) => b.fit.fit - a.fit.fit)
    .slice(0, MOST_IDEAL)
  const least = active
    .filter(({ fit }) => fit.band === 'poor' && fit.reasonsAgainst.length > 0)
    .sort((a, b) => a.fit.fit - b.fit.fit)[0]
  return {
    ideal: ideal.map(({ id, name, fit }) => ({ id, name, why: forText(fit) })),
    not: least ? { id: least.id, name: least.name, why: againstText(least.fit) } : null,
  }
}

/** How much of what is asked an account meets; nothing where the whole of it may not be said aloud. */
function forText({ reasonsAgainst, unknown, withheld }: Fit): string {
  const missing = [...reasonsAgainst, ...unknown, ...withheld].filter(
    ({ kind }) => kind !== 'exclusion',
  )
  const names = told(missing).map(({ label }) => label)
  if (missing.length === 0) return 'meets everything asked'
  return names.length === missing.length ? `meets all but ${names.join(', ')}` : ''
}

/** What speaks against an account; of one that is ruled out only what does that. */
function againstText({ ruledOut, reasonsAgainst }: Fit): string {
  const rules = reasonsAgainst.filter(({ kind }) => kind !== 'points')
  return told(ruledOut && rules.length > 0 ? rules : reasonsAgainst)
    .map(({ kind, label }) => (kind === 'exclusion' ? label : `not ${label}`))
    .join(', ')
}
