import { and, asc, eq, sql } from 'drizzle-orm'

import { inTransaction, type Context } from '#app/domain/context.ts'
import { changedMeanwhile } from '#app/domain/describe-changes.server.ts'
import { invalid } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { recordChanges } from '#app/domain/history.server.ts'
import { accountExternalIds, accounts } from '#db/schema/accounts.ts'

import { fetchEditableAccount, type AccountRow } from './account-records.server.ts'
import type { ExternalIdInput } from './schemas.ts'

type Key = { source: string; externalId: string }

/** The ids of an account in other systems, by system. */
export function listExternalIds(ctx: Pick<Context, 'db'>, accountId: number): Promise<Key[]> {
  return ctx.db
    .select({ source: accountExternalIds.source, externalId: accountExternalIds.externalId })
    .from(accountExternalIds)
    .where(eq(accountExternalIds.accountId, accountId))
    .orderBy(asc(accountExternalIds.source), asc(accountExternalIds.externalId))
    .limit(100)
}

/** Says what the account is called in another system. An id there belongs to one account. */
export async function addExternalId(ctx: Context, input: ExternalIdInput): Promise<void> {
  await change(ctx, input, 'account.external_id_added', async (ctx, { source, externalId }) => {
    const [added] = await ctx.db
      .insert(accountExternalIds)
      .values({ source, externalId, accountId: input.accountId })
      .onConflictDoNothing()
      .returning()
    if (!added) throw invalid('This id belongs to an account already.', 'externalId')
  })
}

/** Takes an id of another system off the account. */
export async function removeExternalId(ctx: Context, input: ExternalIdInput): Promise<void> {
  await change(ctx, input, 'account.external_id_removed', async (ctx, { source, externalId }) => {
    const [removed] = await ctx.db
      .delete(accountExternalIds)
      .where(
        and(
          eq(accountExternalIds.source, source),
          eq(accountExternalIds.externalId, externalId),
          eq(accountExternalIds.accountId, input.accountId),
        ),
      )
      .returning()
    if (!removed) throw invalid('The account has no such id.', 'externalId')
  })
}

const shown = (keys: readonly Key[]) => ({
  externalIds: keys.map(({ source, externalId }) => `${source} ${externalId}`),
})

async function change(
  ctx: Context,
  input: ExternalIdInput,
  event: string,
  write: (ctx: Context, key: Key) => Promise<void>,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const account = await fetchEditableAccount(ctx, input.accountId)
    const before = await listExternalIds(ctx, account.id)
    const version = await raiseVersion(ctx, account, input.version)
    await write(ctx, input)
    const after = await listExternalIds(ctx, account.id)
    await recordChanges(
      ctx,
      { type: 'account', id: account.id, version },
      shown(before),
      shown(after),
    )
    await recordEvent(ctx, {
      name: event,
      subject: ['account', account.id],
      data: { source: input.source, externalId: input.externalId },
    })
  })
}

async function raiseVersion(ctx: Context, account: AccountRow, seen: number): Promise<number> {
  const [row] = await ctx.db
    .update(accounts)
    .set({ version: sql`${accounts.version} + 1`, updatedAt: ctx.now })
    .where(and(eq(accounts.id, account.id), eq(accounts.version, seen)))
    .returning({ version: accounts.version })
  if (!row) throw await changedMeanwhile(ctx, { type: 'account', id: account.id }, seen)
  return row.version
}
