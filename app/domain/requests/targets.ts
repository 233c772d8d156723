import { addWorkingDays } from '#app/lib/working-days.ts'
import type { Importance } from '#db/constants.ts'

import { DEFAULT_RESPONSE_TARGETS } from '#app/domain/organisation/defaults.ts'

/** As much of the organisation's settings as the targets need. */
export type TargetSettings = {
  timeZone: string
  /** Working days by importance; an importance it lacks has the default of 1, 2, 5 or 10. */
  responseTargets: Readonly<Record<string, number>>
}

/**
 * When a request that came to Product at `since` must have had its first answer.
 *
 * @param importance the one that counts: the CSM's, or the settled one
 */
export function answerDueAt(importance: Importance, since: Date, settings: TargetSettings): Date {
  const days = settings.responseTargets[importance] ?? DEFAULT_RESPONSE_TARGETS[importance]
  return addWorkingDays(since, days, settings.timeZone)
}
