import { randomUUID } from 'node:crypto'

import { eq, sql } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { database } from '#db/client.ts'
import { drafts, requests } from '#db/schema/requests.ts'

import { draftValue, type DraftFields } from './draft.ts'
import { onceKey } from './submission.server.ts'

export type Draft = { fields: DraftFields; updatedAt: Date }

/** The person's draft; an empty one, with a new key for its form, when there is none. */
export async function openDraft(ctx: Context): Promise<Draft> {
  authorize(ctx, 'request.submit')
  await ctx.db
    .insert(drafts)
    .values({
      personId: ctx.actor.id,
      fields: { submissionKey: randomUUID() },
      updatedAt: ctx.now,
    })
    .onConflictDoNothing()
  const [draft] = await ctx.db
    .select({ fields: drafts.fields, updatedAt: drafts.updatedAt })
    .from(drafts)
    .where(eq(drafts.personId, ctx.actor.id))
  if (!draft) throw new Error('The draft was not written')
  return draft
}

/** Keeps the form as it stands. A save that comes after its own submission keeps nothing. */
export async function saveDraft(ctx: Context, fields: DraftFields): Promise<void> {
  authorize(ctx, 'request.submit')
  if (await isSubmitted(ctx, fields)) return
  await ctx.db
    .insert(drafts)
    .values({ personId: ctx.actor.id, fields, updatedAt: ctx.now })
    .onConflictDoUpdate({ target: drafts.personId, set: { fields, updatedAt: ctx.now } })
}

/**
 * Keeps the form for a person whose session has ended. The key in the form, which nobody else was given, says whose it is.
 *
 * @returns whether there was such a draft
 */
export async function keepDraft(fields: DraftFields, now: Date): Promise<boolean> {
  const key = draftValue(fields, 'submissionKey')
  if (!key) return false
  const kept = await database()
    .update(drafts)
    .set({ fields, updatedAt: now })
    .where(eq(sql`${drafts.fields}->>'submissionKey'`, key))
    .returning({ personId: drafts.personId })
  return kept.length > 0
}

/** Throws the draft away, if there is one. */
export async function forgetDraft(ctx: Pick<Context, 'db' | 'actor'>): Promise<void> {
  await ctx.db.delete(drafts).where(eq(drafts.personId, ctx.actor.id))
}

async function isSubmitted(ctx: Pick<Context, 'db'>, fields: DraftFields): Promise<boolean> {
  const key = onceKey({
    submissionKey: draftValue(fields, 'submissionKey'),
    accountId: Number(draftValue(fields, 'accountId') ?? 0),
    body: (draftValue(fields, 'body') ?? '').replace(/\r\n?/g, '\n').trim(),
  })
  if (key === null) return false
  const [request] = await ctx.db
    .select({ id: requests.id })
    .from(requests)
    .where(eq(requests.submissionKey, key))
  return request !== undefined
}
