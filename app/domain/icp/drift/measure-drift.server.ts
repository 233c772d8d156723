import { asc, eq } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { toMajor } from '#app/domain/money.ts'
import { accounts } from '#db/schema/accounts.ts'
import { profileSnapshotFits, profileSnapshots } from '#db/schema/profile-drift.ts'

import type { Drift } from './drift-view.ts'
import { fitShift, type Standing } from './fit-shift.ts'
import { loadStand, type Stand, type WatchedProfile } from './load-stand.server.ts'
import { signingYear } from './signings.ts'
import { driftVerdicts } from './verdicts.ts'
import { weightMoves } from './weight-moves.ts'

/**
 * How far a version in force has drifted from its first snapshot, from whom we sign and from how accounts turn out.
 * Has the revenue of everybody, as a job may; the page reads it through `readDrift`.
 */
export async function measureDrift(
  ctx: Pick<Context, 'db' | 'now'>,
  profile: WatchedProfile,
): Promise<Drift> {
  return driftOf(ctx, profile, await loadStand(ctx, profile))
}

/** The same by a stand that was loaded before. */
export async function driftOf(
  ctx: Pick<Context, 'db'>,
  profile: WatchedProfile,
  stand: Stand,
): Promise<Drift> {
  const snapshots = await ctx.db
    .select({
      id: profileSnapshots.id,
      takenOn: profileSnapshots.takenOn,
      weights: profileSnapshots.weights,
    })
    .from(profileSnapshots)
    .where(eq(profileSnapshots.profileId, profile.id))
    .orderBy(asc(profileSnapshots.takenOn))
  const first = snapshots.find(({ takenOn }) => takenOn < stand.today)
  const parts = {
    since: first?.takenOn ?? null,
    shift: first ? fitShift(await loadStandings(ctx, first.id), stand.standings) : null,
    signings: signingYear(stand.signings, stand.today),
    weights: weightMoves(profile.criteria, stand.weights),
  }
  return {
    ...{ today: stand.today, currency: stand.currency },
    ...parts,
    history: snapshots.map(({ takenOn, weights }) => ({
      takenOn,
      weights: weights.filter((_, i) => profile.criteria[i]?.kind === 'points'),
    })),
    verdicts: driftVerdicts(parts),
  }
}

async function loadStandings({ db }: Pick<Context, 'db'>, snapshotId: number): Promise<Standing[]> {
  const rows = await db
    .select({
      id: accounts.id,
      name: accounts.name,
      fit: profileSnapshotFits.fit,
      minor: profileSnapshotFits.arrMinor,
      currency: profileSnapshots.currency,
    })
    .from(profileSnapshotFits)
    .innerJoin(profileSnapshots, eq(profileSnapshots.id, profileSnapshotFits.snapshotId))
    .innerJoin(accounts, eq(accounts.id, profileSnapshotFits.accountId))
    .where(eq(profileSnapshotFits.snapshotId, snapshotId))
  return rows.map(({ minor, currency, ...row }) => ({ ...row, arr: toMajor({ minor, currency }) }))
}
