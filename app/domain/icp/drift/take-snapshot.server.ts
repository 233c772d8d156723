import type { Context } from '#app/domain/context.ts'
import { inChunks } from '#app/lib/chunks.ts'
import { fromMajor } from '#app/domain/money.ts'
import { profileSnapshotFits, profileSnapshots } from '#db/schema/profile-drift.ts'

import type { Stand } from './load-stand.server.ts'

/** Rows that one statement stores. */
const AT_ONCE = 1_000

/** Keeps how accounts and outcomes stand against a version on its day; the first of a day stays. In the caller's transaction. */
export async function takeSnapshot(
  ctx: Pick<Context, 'db'>,
  profileId: number,
  { today, currency, weights, standings }: Stand,
): Promise<void> {
  const [snapshot] = await ctx.db
    .insert(profileSnapshots)
    .values({
      ...{ profileId, takenOn: today, currency },
      weights: weights.map(({ weight, weightSd }) => ({ weight, sd: weightSd })),
    })
    .onConflictDoNothing()
    .returning({ id: profileSnapshots.id })
  if (!snapshot) return
  const rows = standings.map(({ id, fit, arr }) => ({
    ...{ snapshotId: snapshot.id, accountId: id, fit },
    arrMinor: fromMajor(arr, currency).minor,
  }))
  await inChunks(rows, AT_ONCE, async (some) => {
    await ctx.db.insert(profileSnapshotFits).values(some)
  })
}
