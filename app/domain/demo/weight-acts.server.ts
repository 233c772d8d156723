import { setStrategicWeight } from '#app/domain/accounts/set-strategic-weight.server.ts'

import type { Clock } from './clock.ts'
import { of, versionOf, type Act } from './world.server.ts'

const WEIGHTS = [
  ['Gümüş Bankası', 1.2, 90, 'Reference for banks in Türkiye.'],
  ['Meridian Freight International', 1.15, 70, 'Entry to the cold chain in North America.'],
  ['Flandria Post', 1.25, 30, 'First national post, others watch it.'],
  ['Quill & Harbor Books', 0.8, 60, 'Leaves our market: they sell their warehouse.'],
] as const

/** Accounts that a manager lets weigh more or less, for a time. */
export function weightActs(clock: Clock): Act[] {
  return WEIGHTS.map(([name, strategicWeight, ago, strategicReason]) => ({
    ago,
    by: 'maren',
    run: async (ctx, world) => {
      const accountId = of(world.accounts, name)
      const version = await versionOf(ctx, 'accounts', accountId)
      const strategicUntil = clock.day(180)
      await setStrategicWeight(ctx, {
        ...{ accountId, version, strategicWeight, strategicReason, strategicUntil },
      })
    },
  }))
}
