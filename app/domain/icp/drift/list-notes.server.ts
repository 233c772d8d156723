import { asc, desc, eq, inArray } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { people } from '#db/schema/people.ts'
import { profileNoteMails, profileNotes } from '#db/schema/profile-drift.ts'
import { profiles } from '#db/schema/profiles.ts'

import type { ProfileNote } from './drift-view.ts'

/** Months that are read at once: five years. */
const MOST = 60

/** The notes on a line's profile, the latest first, each with whom it is for and whether their mail was taken. */
export async function listNotes(
  { db }: Pick<Context, 'db'>,
  productLineId: number,
): Promise<ProfileNote[]> {
  const notes = await db
    .select({
      id: profileNotes.id,
      month: profileNotes.month,
      version: profiles.number,
      verdicts: profileNotes.verdicts,
    })
    .from(profileNotes)
    .innerJoin(profiles, eq(profiles.id, profileNotes.profileId))
    .where(eq(profileNotes.productLineId, productLineId))
    .orderBy(desc(profileNotes.month))
    .limit(MOST)
  const readers = await db
    .select({
      noteId: profileNoteMails.noteId,
      name: people.name,
      claimedAt: profileNoteMails.claimedAt,
      sentAt: profileNoteMails.sentAt,
    })
    .from(profileNoteMails)
    .innerJoin(people, eq(people.id, profileNoteMails.personId))
    .where(
      inArray(
        profileNoteMails.noteId,
        notes.map(({ id }) => id),
      ),
    )
    .orderBy(asc(people.nameFold), asc(people.id))
  const byNote = groupBy(readers, ({ noteId }) => noteId)
  return notes.map((note) => {
    const own = byNote.get(note.id) ?? []
    const named = (which: (reader: (typeof own)[number]) => boolean) =>
      own.filter(which).map(({ name }) => name)
    return {
      ...note,
      mailedTo: named(({ sentAt }) => sentAt !== null),
      notReached: named(({ claimedAt, sentAt }) => claimedAt !== null && sentAt === null),
      notMailed: named(({ claimedAt }) => claimedAt === null),
    }
  })
}
