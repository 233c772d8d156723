import type { Evidence, Importance } from '#db/constants.ts'

import { askingAccounts, meanOf } from './asking.ts'
import type { Peer } from './types.ts'

/** Reach × impact × confidence ÷ effort; `confidence` is a share, 0 to 1. */
export function rice(
  of: Readonly<Record<'reach' | 'impact' | 'confidence' | 'effort', number>>,
): number {
  return (of.reach * of.impact * of.confidence) / of.effort
}

/** Intercom's scale from massive to low. */
const IMPACT: Readonly<Record<Importance, number>> = {
  blocker: 3,
  critical: 2,
  major: 1,
  minor: 0.5,
}

/** How sure a claim is, as a share: low, medium and high of RICE. */
export const CONFIDENCE: Readonly<Record<Evidence, number>> = {
  none: 0.5,
  csm_belief: 0.8,
  customer_said: 1,
  customer_written: 1,
}

export const ricePeer: Peer = {
  name: 'RICE',
  formula: 'Reach × impact × confidence ÷ effort',
  mapping: [
    'Reach: accounts that ask',
    'Impact: blocker 3, critical 2, major 1, minor 0.5; the mean over the accounts',
    'Confidence: 50 % without evidence, 80 % for a CSM’s belief, 100 % for what the customer said or wrote; the mean',
    'Effort: expected engineer-weeks',
  ],
  unit: 'points',
  differs: ['money', 'risk', 'saving', 'weight'],
  nothing: 'Nobody asks for it',
  score: (backlog) =>
    backlog.items.map(({ requests, cost }) => {
      const asking = askingAccounts(requests, backlog)
      const impact = meanOf(asking, ({ importance }) => IMPACT[importance])
      const confidence = meanOf(asking, ({ evidence }) => CONFIDENCE[evidence])
      return {
        score: rice({ reach: asking.length, impact, confidence, effort: cost }),
        parts: [
          { name: 'reach', value: asking.length, unit: 'count' },
          { name: 'impact', value: impact, unit: 'points' },
          { name: 'confidence', value: confidence, unit: 'percent' },
          { name: 'effort', value: cost, unit: 'weeks' },
        ],
      }
    }),
}
