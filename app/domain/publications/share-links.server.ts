import { and, desc, eq, gt, isNull, or } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { invalid, notFound } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import {
  dayIn,
  endOfDayIn,
  getOrganisation,
  getToday,
} from '#app/domain/organisation/get-organisation.server.ts'
import { hashToken, newToken } from '#app/lib/tokens.server.ts'
import { people } from '#db/schema/people.ts'
import { publications, shareLinks } from '#db/schema/publications.ts'

import { parsePublication } from './content.ts'
import type { ShareInput } from './schemas.ts'
import { sharedView } from './shared-view.ts'

/** Makes a secret link to a publication. The token is returned once and only its hash is kept. */
export async function createShareLink(
  ctx: Context,
  publicationId: number,
  input: ShareInput,
): Promise<string> {
  authorize(ctx, 'backlog.publish')
  const { timeZone } = await getOrganisation(ctx)
  if (input.expiresOn !== null && input.expiresOn < (await getToday(ctx))) {
    throw invalid('The last day has passed already.', 'expiresOn')
  }
  const token = newToken()
  await inTransaction(ctx, async (ctx) => {
    const [publication] = await ctx.db
      .select({ id: publications.id })
      .from(publications)
      .where(eq(publications.id, publicationId))
    if (!publication) throw notFound('The publication')
    const [link] = await ctx.db
      .insert(shareLinks)
      .values({
        publicationId,
        tokenHash: hashToken(token),
        showAccounts: input.showAccounts,
        showMoney: input.showMoney,
        createdBy: ctx.actor.id,
        createdAt: ctx.now,
        expiresAt: input.expiresOn === null ? null : endOfDayIn(timeZone, input.expiresOn),
      })
      .returning({ id: shareLinks.id })
    await recordEvent(ctx, {
      name: 'publication.shared',
      subject: ['publication', publicationId],
      data: { link: link?.id, ...input },
    })
  })
  return token
}

/** Ends a secret link. A link that is revoked already is a conflict of no consequence, so it stays silent. */
export async function revokeShareLink(ctx: Context, linkId: number): Promise<number> {
  authorize(ctx, 'backlog.publish')
  return inTransaction(ctx, async (ctx) => {
    const [link] = await ctx.db
      .select({ publicationId: shareLinks.publicationId })
      .from(shareLinks)
      .where(eq(shareLinks.id, linkId))
    if (!link) throw notFound('The link')
    const revoked = await ctx.db
      .update(shareLinks)
      .set({ revokedAt: ctx.now })
      .where(and(eq(shareLinks.id, linkId), isNull(shareLinks.revokedAt)))
      .returning({ id: shareLinks.id })
    if (revoked.length > 0) {
      await recordEvent(ctx, {
        name: 'publication.unshared',
        subject: ['publication', link.publicationId],
        data: { link: linkId },
      })
    }
    return link.publicationId
  })
}

/** The links to a publication, newest first, with the last day on which each works; tokens cannot be read again. */
export async function listShareLinks(ctx: Context, publicationId: number) {
  const { timeZone } = await getOrganisation(ctx)
  const rows = await ctx.db
    .select({
      id: shareLinks.id,
      showAccounts: shareLinks.showAccounts,
      showMoney: shareLinks.showMoney,
      createdBy: people.name,
      createdAt: shareLinks.createdAt,
      expiresAt: shareLinks.expiresAt,
      revokedAt: shareLinks.revokedAt,
    })
    .from(shareLinks)
    .innerJoin(people, eq(people.id, shareLinks.createdBy))
    .where(eq(shareLinks.publicationId, publicationId))
    .orderBy(desc(shareLinks.id))
    .limit(200)
  return rows.map((row) => ({
    ...row,
    lastDay: row.expiresAt && dayIn(timeZone, new Date(row.expiresAt.getTime() - 1)),
  }))
}

/** What a secret link shows, to anybody who has it. A wrong, revoked or expired token finds nothing, and does not say which. */
export async function openShareLink(ctx: Pick<Context, 'db' | 'now'>, token: string) {
  const [row] = await ctx.db
    .select({
      number: publications.number,
      title: publications.title,
      note: publications.note,
      publishedAt: publications.publishedAt,
      content: publications.content,
      showAccounts: shareLinks.showAccounts,
      showMoney: shareLinks.showMoney,
    })
    .from(shareLinks)
    .innerJoin(publications, eq(publications.id, shareLinks.publicationId))
    .where(
      and(
        eq(shareLinks.tokenHash, hashToken(token)),
        isNull(shareLinks.revokedAt),
        or(isNull(shareLinks.expiresAt), gt(shareLinks.expiresAt, ctx.now)),
      ),
    )
  if (!row) throw notFound('This page')
  const { content, showAccounts, showMoney, ...publication } = row
  return {
    ...publication,
    view: sharedView(parsePublication(content), { showAccounts, showMoney }),
  }
}
