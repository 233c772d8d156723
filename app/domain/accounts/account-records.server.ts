import { and, eq, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { changedMeanwhile } from '#app/domain/describe-changes.server.ts'
import { DomainError, invalid, notFound } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { diffFields, type Fields } from '#app/domain/history.ts'
import { recordChanges } from '#app/domain/history.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { accounts } from '#db/schema/accounts.ts'

import { mayEditAccount } from './rules.ts'

export type AccountRow = typeof accounts.$inferSelect
type Patch = Partial<Omit<AccountRow, 'id' | 'version' | 'createdAt' | 'updatedAt'>>

/**
 * `share` keeps the account as it is until the command ends, `no key update` keeps other commands out; `update` would
 * keep out the scores too, whose rows point to the account, and wait for them in a circle.
 */
type Lock = 'share' | 'no key update'

/** The account. Throws not_found. */
export async function fetchAccount(ctx: Context, id: number, lock?: Lock): Promise<AccountRow> {
  const query = ctx.db.select().from(accounts).where(eq(accounts.id, id))
  const [row] = await (lock ? query.for(lock) : query)
  if (!row) throw notFound('This account')
  return row
}

/** The account, for whoever may edit it. Throws not_found or forbidden. */
export async function fetchEditableAccount(
  ctx: Context,
  id: number,
  lock?: Lock,
): Promise<AccountRow> {
  const account = await fetchAccount(ctx, id, lock)
  if (!mayEditAccount(ctx.actor, account)) {
    throw new DomainError('forbidden', 'Only the owner and managers of CS edit this account.')
  }
  return account
}

/** The same, for what is added to an account: an archived one takes nothing new. */
export async function fetchAccountToExtend(ctx: Context, id: number): Promise<AccountRow> {
  const account = await fetchEditableAccount(ctx, id, 'share')
  if (account.archivedAt) throw invalid('This account is archived. Restore it first.')
  return account
}

/** What history keeps of an account, a field each; custom attributes as `custom:<key>`. */
export function accountFacts(row: AccountRow): Fields {
  const { name, domain, parentId, ownerId, lifecycle, segment, industry, region, plan } = row
  const custom = Object.entries(row.attributes).map(([key, value]) => [`custom:${key}`, value])
  return {
    ...{ name, domain, parentId, ownerId, lifecycle, segment, industry, region, plan },
    employees: row.employees,
    healthScore: row.healthScore,
    healthColour: row.healthColour,
    strategicWeight: row.strategicWeight,
    strategicReason: row.strategicReason,
    strategicUntil: row.strategicUntil,
    archived: row.archivedAt !== null,
    ...Object.fromEntries(custom),
  }
}

/**
 * Writes a patch if the account is still at the version that was seen: history, one event and scores with it.
 * Nothing is written when nothing would change. Throws conflict, with what the other person changed.
 *
 * @param event `account.edited` and the like
 */
export async function saveAccount(
  ctx: Context,
  before: AccountRow,
  seenVersion: number,
  patch: Patch,
  event: string,
): Promise<AccountRow> {
  const planned = diffFields(accountFacts(before), accountFacts({ ...before, ...patch }))
  if (planned.length === 0 && before.version === seenVersion) return before
  const [after] = await ctx.db
    .update(accounts)
    .set({ ...patch, version: sql`${accounts.version} + 1`, updatedAt: ctx.now })
    .where(and(eq(accounts.id, before.id), eq(accounts.version, seenVersion)))
    .returning()
  if (!after) throw await changedMeanwhile(ctx, { type: 'account', id: before.id }, seenVersion)
  const changed = await recordChanges(
    ctx,
    { type: 'account', id: after.id, version: after.version },
    accountFacts(before),
    accountFacts(after),
  )
  await recordEvent(ctx, {
    name: event,
    subject: ['account', after.id],
    data: { fields: changed.map(({ field }) => field) },
  })
  // A parent whose contracts no longer cover the account is scored again too.
  const touched = [after.id, before.parentId, after.parentId].filter((id) => id !== null)
  await refreshScores(ctx, { accountIds: touched })
  return after
}
