import { and, eq } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { conflict, DomainError, notFound } from '#app/domain/errors.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { requestKey } from '#app/lib/readable-id.ts'
import { accounts } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { requests } from '#db/schema/requests.ts'

import { maySpeakFor } from './rules.ts'

/**
 * A request as somebody finds it who speaks for its customer.
 * @throws not_found; forbidden for anybody who does not
 */
export async function getAnswerable(ctx: Pick<Context, 'db' | 'actor'>, requestId: number) {
  const [row] = await ctx.db
    .select({ request: requests, accountOwnerId: accounts.ownerId, itemStatus: items.status })
    .from(requests)
    .innerJoin(accounts, eq(accounts.id, requests.accountId))
    .leftJoin(items, eq(items.id, requests.itemId))
    .where(eq(requests.id, requestId))
  if (!row) throw notFound(requestKey(requestId))
  if (!maySpeakFor(ctx.actor, { ...row.request, accountOwnerId: row.accountOwnerId })) {
    throw new DomainError(
      'forbidden',
      'Only its submitter, the owner of the account and a manager of Customer Success answer for this request.',
    )
  }
  return { ...row.request, itemStatus: row.itemStatus }
}

export type Answerable = Awaited<ReturnType<typeof getAnswerable>>

/** Writes columns of a request that is still as it was read. @throws conflict when somebody was quicker */
export async function writeAnswer(
  ctx: Context,
  { id, version }: Pick<Answerable, 'id' | 'version'>,
  set: Partial<typeof requests.$inferInsert>,
): Promise<void> {
  const [written] = await ctx.db
    .update(requests)
    .set({ ...set, version: version + 1, updatedAt: ctx.now })
    .where(and(eq(requests.id, id), eq(requests.version, version)))
    .returning({ id: requests.id })
  if (!written) {
    throw conflict(
      `${requestKey(id)} was changed a moment ago. Look at it again, then repeat this.`,
    )
  }
}

/** Brings the score of the items up to date that the request counts or counted for. */
export async function refreshItems(
  ctx: Context,
  accountId: number,
  itemIds: ReadonlyArray<number | null>,
): Promise<void> {
  const touched = itemIds.filter((id) => id !== null)
  if (touched.length > 0) await refreshScores(ctx, { accountIds: [accountId], itemIds: touched })
}
