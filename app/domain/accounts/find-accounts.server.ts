import { and, asc, desc, eq, exists, ilike, isNull, or, sql } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { fold } from '#app/lib/fold.ts'
import { likePattern } from '#app/lib/like-pattern.ts'
import { accountExternalIds, accounts } from '#db/schema/accounts.ts'

import type { AccountSummary } from './account-summary.ts'
import { summariseAccounts } from './account-summaries.server.ts'

const MOST = 8

/** Condition: each word is in the name or the domain, or the whole text is an id of the account elsewhere. */
export function matchesText(ctx: Pick<Context, 'db'>, text: string) {
  const words = fold(text).split(/\s+/u).filter(Boolean)
  const externalId = ctx.db
    .select({ one: sql`1` })
    .from(accountExternalIds)
    .where(
      and(eq(accountExternalIds.accountId, accounts.id), eq(accountExternalIds.externalId, text)),
    )
  const inNames = words.map((word) =>
    or(
      sql`${accounts.nameFold} like ${likePattern(word)}`,
      ilike(accounts.domain, likePattern(word)),
    ),
  )
  return or(and(...inNames), exists(externalId))
}

/** At most 8 accounts for what somebody types: names that begin with it first, one's own before others. */
export async function findAccounts(ctx: Context, text: string): Promise<AccountSummary[]> {
  authorize(ctx, 'read')
  const words = text
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 200)
  const begins = `${likePattern(fold(words)).slice(1)}`
  const rows = await ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(isNull(accounts.archivedAt), words ? matchesText(ctx, words) : undefined))
    .orderBy(
      desc(sql`${accounts.nameFold} like ${begins}`),
      desc(sql`${accounts.ownerId} is not distinct from ${ctx.actor.id}`),
      asc(accounts.nameFold),
      asc(accounts.id),
    )
    .limit(MOST)
  return summariseAccounts(
    ctx,
    rows.map(({ id }) => id),
  )
}
