import { randomOf } from '#app/lib/random.ts'

import { accountActs } from './account-acts.server.ts'
import { planAccounts } from './accounts.ts'
import type { Clock } from './clock.ts'
import { SETTINGS_ACTS } from './found-company.server.ts'
import { itemActs, MERGE_ACT } from './item-acts.server.ts'
import { pollActs } from './poll-acts.server.ts'
import { PROFILE_ACTS } from './profile-acts.server.ts'
import { requestActs } from './request-acts.server.ts'
import { MODEL_ACTS } from './model-acts.server.ts'
import { planRequests } from './requests.ts'
import { THEMES } from './themes.ts'
import { weightActs } from './weight-acts.server.ts'
import type { Act } from './world.server.ts'

/** Everything that happened at the demo company, in order. The same on every day it is asked for. */
export function timeline(clock: Clock): Act[] {
  const accounts = planAccounts(randomOf('accounts'), clock)
  const requests = planRequests(randomOf('requests'), accounts)
  const made = new Set(
    requests.flatMap(({ course }) =>
      course.kind === 'item' && course.how === 'new_item' ? [course.theme] : [],
    ),
  )
  return [
    ...SETTINGS_ACTS,
    ...accounts.flatMap(accountActs),
    ...weightActs(clock),
    ...THEMES.flatMap((theme) => itemActs(theme, clock, made.has(theme.key))),
    ...requests.flatMap((request, index) => requestActs(request, clock, index)),
    MERGE_ACT,
    ...PROFILE_ACTS,
    ...pollActs(clock),
    ...MODEL_ACTS,
  ].sort((a, b) => b.ago - a.ago)
}
