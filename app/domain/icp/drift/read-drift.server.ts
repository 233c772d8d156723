import { may } from '#app/auth/permissions.ts'
import type { Context } from '#app/domain/context.ts'

import { driftView, type DriftView } from './drift-view.ts'
import type { WatchedProfile } from './load-stand.server.ts'
import { measureDrift } from './measure-drift.server.ts'

/** The drift of a version in force, without amounts for whoever may not see revenue. */
export async function readDrift(ctx: Context, profile: WatchedProfile): Promise<DriftView> {
  return driftView(await measureDrift(ctx, profile), may(ctx.actor, 'revenue.read'))
}
