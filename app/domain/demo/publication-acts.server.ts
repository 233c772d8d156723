import { createShareLink } from '#app/domain/publications/share-links.server.ts'
import { publishBacklog } from '#app/domain/publications/publish-backlog.server.ts'

import type { Clock } from './clock.ts'
import type { LineKey } from './company.ts'
import { of, type Act } from './world.server.ts'

type Release = { ago: number; line: LineKey; number: number; title: string; note: string }

/** Working days before now on which a release came out, when the scores of the day were there. */
const RELEASES: readonly Release[] = [
  {
    ago: 25,
    line: 'platform',
    number: 1,
    title: 'Platform, first ranked backlog',
    note: 'From here on the order follows the revenue at risk. What has a reserved lane is shown apart.',
  },
  {
    ago: 15,
    line: 'analytics',
    number: 1,
    title: 'Analytics, first ranked backlog',
    note: 'Speed of the dashboards leads by far.',
  },
  {
    ago: 5,
    line: 'platform',
    number: 2,
    title: 'Platform, before the quarter',
    note: 'Single sign-on is confirmed for this quarter. SAP moved, because the partner’s offer covers half of it.',
  },
]

export function publicationActs(clock: Clock): Act[] {
  return RELEASES.map(({ ago, line, ...release }) => ({
    ago,
    by: 'tomas',
    run: async (ctx, world) => {
      const { number: expectedNumber, title, note } = release
      const productLineId = of(world.lines, line)
      const id = await publishBacklog(ctx, {
        ...{ productLineId, expectedNumber, title, note, newCycle: false },
      })
      const expiresOn = clock.day(60)
      const shown = { showAccounts: false, showMoney: false }
      if (ago < 10) await createShareLink(ctx, id, { expiresOn, ...shown })
    },
  }))
}
