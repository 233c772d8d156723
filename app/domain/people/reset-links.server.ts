import { and, eq, isNull, sql } from 'drizzle-orm'

import {
  authorize,
  inTransaction,
  type AnonymousContext,
  type Context,
} from '#app/domain/context.ts'
import { DomainError, notFound } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { hashPassword } from '#app/lib/passwords.server.ts'
import { hashToken, newToken } from '#app/lib/tokens.server.ts'
import { passwordResets, people } from '#db/schema/people.ts'

import { openReset } from './open-links.server.ts'
import { endSessions, voidResetLinks } from './sessions.server.ts'

const HOUR = 3_600_000
const ASKED_FOR_HOURS = 1
const HANDED_OVER_HOURS = 24

const ACTOR = { id: people.id, name: people.name, role: people.role, team: people.team }

/**
 * A reset link for whoever has this address, to be sent there and shown to nobody.
 * Null when nobody active has it; the asker must not be told which.
 */
export async function requestPasswordReset(
  ctx: AnonymousContext,
  { email }: { email: string },
): Promise<{ token: string; name: string; expiresAt: Date } | null> {
  return inTransaction(ctx, async (ctx) => {
    const [person] = await ctx.db
      .select(ACTOR)
      .from(people)
      .where(and(eq(sql`lower(${people.email})`, email), isNull(people.deactivatedAt)))
    if (!person) return null
    const link = await insertLink(ctx, person.id, null, ASKED_FOR_HOURS)
    await recordEvent(
      { ...ctx, actor: person },
      { name: 'person.reset_requested', subject: ['person', person.id] },
    )
    return { ...link, name: person.name }
  })
}

/** A reset link that an admin copies and hands over. Earlier ones become void. */
export async function createResetLink(
  ctx: Context,
  { personId }: { personId: number },
): Promise<{ token: string; name: string; email: string; expiresAt: Date }> {
  authorize(ctx, 'people.manage')
  return inTransaction(ctx, async (ctx) => {
    const [person] = await ctx.db
      .select({ name: people.name, email: people.email })
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.deactivatedAt)))
    if (!person) throw notFound('This person')
    await voidResetLinks(ctx, personId)
    const link = await insertLink(ctx, personId, ctx.actor.id, HANDED_OVER_HOURS)
    await recordEvent(ctx, {
      name: 'person.reset_link_created',
      subject: ['person', personId],
    })
    return { ...link, ...person }
  })
}

async function insertLink(
  { db, now }: AnonymousContext,
  personId: number,
  createdBy: number | null,
  hours: number,
) {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + hours * HOUR)
  await db
    .insert(passwordResets)
    .values({ tokenHash: hashToken(token), personId, createdBy, createdAt: now, expiresAt })
  return { token, expiresAt }
}

const openBy = (token: string, ctx: Pick<AnonymousContext, 'now'>) =>
  and(eq(passwordResets.tokenHash, hashToken(token)), openReset(ctx))

/** Whose password a link sets, or null when it is used, expired, made up or of a former admin. */
export async function findResetLink(
  ctx: AnonymousContext,
  token: string,
): Promise<{ name: string; email: string } | null> {
  const [person] = await ctx.db
    .select({ name: people.name, email: people.email })
    .from(passwordResets)
    .innerJoin(people, eq(people.id, passwordResets.personId))
    .where(and(openBy(token, ctx), isNull(people.deactivatedAt)))
  return person ?? null
}

/** Sets a new password by a link, which is used up by it; ends every session of the person. */
export async function resetPassword(
  ctx: AnonymousContext,
  token: string,
  { password }: { password: string },
): Promise<void> {
  const passwordHash = await hashPassword(password)
  await inTransaction(ctx, async (ctx) => {
    const [link] = await ctx.db
      .update(passwordResets)
      .set({ usedAt: ctx.now })
      .where(openBy(token, ctx))
      .returning({ personId: passwordResets.personId })
    const [person] = link
      ? await ctx.db
          .update(people)
          .set({ passwordHash })
          .where(and(eq(people.id, link.personId), isNull(people.deactivatedAt)))
          .returning(ACTOR)
      : []
    if (!person) throw new DomainError('not_found', 'This link is used or expired.')
    await voidResetLinks(ctx, person.id)
    await endSessions(ctx, person.id)
    await recordEvent(
      { ...ctx, actor: person },
      { name: 'person.password_reset', subject: ['person', person.id] },
    )
  })
}
