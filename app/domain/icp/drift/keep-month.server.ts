import { and, asc, eq, inArray, isNull } from 'drizzle-orm'

import { inTransaction, type Context } from '#app/domain/context.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { readCriteria } from '#app/domain/icp/current-criteria.server.ts'
import { dayIn, getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { firstOfMonth, type IsoDate } from '#app/lib/dates.ts'
import { SIGNING_TEAMS } from '#db/constants.ts'
import { people } from '#db/schema/people.ts'
import { profileNoteMails, profileNotes, profileSnapshots } from '#db/schema/profile-drift.ts'
import { profiles } from '#db/schema/profiles.ts'

import { loadStand, type WatchedProfile } from './load-stand.server.ts'
import { driftOf } from './measure-drift.server.ts'
import { takeSnapshot } from './take-snapshot.server.ts'

type Clock = Pick<Context, 'db' | 'now'>

/**
 * Once a month of the organisation, for each profile that was in force when it began: keeps how accounts stand, and
 * writes the note to the leads of both teams. A month that has begun while nobody ran this is made up for; one that has
 * passed is not, because nobody knows any more how things stood.
 */
export async function keepMonth(ctx: Clock): Promise<void> {
  const { timeZone } = await getOrganisation(ctx)
  const month = firstOfMonth(dayIn(timeZone, ctx.now))
  for (const { effectiveAt, measured, noted, ...profile } of await watchedProfiles(ctx, month)) {
    const whole = effectiveAt !== null && dayIn(timeZone, effectiveAt) < month
    if (whole && !noted) await writeNote(ctx, profile, month)
    else if (!measured) await takeSnapshot(ctx, profile.id, await loadStand(ctx, profile))
  }
}

/** The profiles in force, whether each was ever measured, and whether its line has the month's note. */
async function watchedProfiles(ctx: Clock, month: IsoDate) {
  const rows = await ctx.db
    .select({
      id: profiles.id,
      productLineId: profiles.productLineId,
      effectiveAt: profiles.effectiveAt,
      noteId: profileNotes.id,
    })
    .from(profiles)
    .leftJoin(
      profileNotes,
      and(eq(profileNotes.productLineId, profiles.productLineId), eq(profileNotes.month, month)),
    )
    .where(eq(profiles.state, 'current'))
    .orderBy(asc(profiles.productLineId))
  const ids = rows.map(({ id }) => id)
  const [criteria, snapshots] = await Promise.all([
    readCriteria(ctx, ids),
    ctx.db
      .selectDistinct({ profileId: profileSnapshots.profileId })
      .from(profileSnapshots)
      .where(inArray(profileSnapshots.profileId, ids)),
  ])
  const measured = new Set(snapshots.map(({ profileId }) => profileId))
  return rows.map(({ noteId, ...row }) => ({
    ...row,
    criteria: criteria.get(row.id) ?? [],
    measured: measured.has(row.id),
    noted: noteId !== null,
  }))
}

async function writeNote(ctx: Clock, profile: WatchedProfile, month: IsoDate): Promise<void> {
  const stand = await loadStand(ctx, profile)
  const { verdicts } = await driftOf(ctx, profile, stand)
  await inTransaction(ctx, async (ctx) => {
    const [note] = await ctx.db
      .insert(profileNotes)
      .values({
        ...{ productLineId: profile.productLineId, profileId: profile.id, month, verdicts },
        writtenAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: profileNotes.id })
    if (!note) return
    const leads = await ctx.db
      .select({ id: people.id })
      .from(people)
      .where(
        and(
          eq(people.role, 'manager'),
          inArray(people.team, [...SIGNING_TEAMS]),
          isNull(people.deactivatedAt),
        ),
      )
    if (leads.length > 0) {
      await ctx.db
        .insert(profileNoteMails)
        .values(leads.map(({ id }) => ({ noteId: note.id, personId: id })))
    }
    await takeSnapshot(ctx, profile.id, stand)
    await recordEvent(
      { ...ctx, actor: null },
      { name: 'profile.note_written', subject: ['profile', profile.id], data: { month } },
    )
  })
}
