import { and, asc, eq, isNull } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { reportUntaken, type Post } from '#app/domain/post.ts'
import { firstOfMonth } from '#app/lib/dates.ts'
import { productLines } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { profileNoteMails, profileNotes } from '#db/schema/profile-drift.ts'
import { profiles } from '#db/schema/profiles.ts'

import { noteMail } from './note-mail.ts'

/**
 * Sends the notes of this month to whom they have not gone yet, each once at most: whoever claims a mail sends it, and
 * one that was claimed and not taken stays visible as not sent.
 *
 * @returns how many the mail server did not take, for whoever operates it
 */
export async function sendNotes(ctx: Pick<Context, 'db' | 'now'>, post: Post) {
  let failed = 0
  for (const { noteId, personId, profileId, ...note } of await unclaimed(ctx)) {
    const mail = and(eq(profileNoteMails.noteId, noteId), eq(profileNoteMails.personId, personId))
    const claimed = await ctx.db
      .update(profileNoteMails)
      .set({ claimedAt: ctx.now })
      .where(and(mail, isNull(profileNoteMails.claimedAt)))
      .returning({ noteId: profileNoteMails.noteId })
    if (claimed.length === 0) continue
    const link = post.address(`/profiles/${profileId}/drift`)
    const taken = await post.send(noteMail({ ...note, link }))
    if (taken) await ctx.db.update(profileNoteMails).set({ sentAt: ctx.now }).where(mail)
    else failed += 1
  }
  return reportUntaken(failed, 'note', 'on profiles')
}

async function unclaimed(ctx: Pick<Context, 'db' | 'now'>) {
  return ctx.db
    .select({
      noteId: profileNotes.id,
      personId: people.id,
      profileId: profileNotes.profileId,
      to: people.email,
      name: people.name,
      line: productLines.name,
      version: profiles.number,
      month: profileNotes.month,
      verdicts: profileNotes.verdicts,
    })
    .from(profileNoteMails)
    .innerJoin(profileNotes, eq(profileNotes.id, profileNoteMails.noteId))
    .innerJoin(profiles, eq(profiles.id, profileNotes.profileId))
    .innerJoin(productLines, eq(productLines.id, profileNotes.productLineId))
    .innerJoin(people, eq(people.id, profileNoteMails.personId))
    .where(
      and(
        isNull(profileNoteMails.claimedAt),
        isNull(people.deactivatedAt),
        eq(profileNotes.month, firstOfMonth(await getToday(ctx))),
      ),
    )
    .orderBy(asc(profileNotes.id), asc(people.id))
}
