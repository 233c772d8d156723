import {
  and,
  eq,
  inArray,
  isNotNull,
  isNull,
  ne,
  not,
  notInArray,
  sql,
  type SQL,
} from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { dayIn, getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { isOneOf } from '#db/batch.ts'
import { OPEN_ITEM_STATUSES } from '#db/constants.ts'
import { accounts } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { requests } from '#db/schema/requests.ts'
import { calibrations } from '#db/schema/scores.ts'

import type { BlockerRecord, SubmitterRecord } from './records.ts'

type Reader = Pick<Context, 'db'>

/** The people, with how many accounts they own and what their claims have been worth so far. */
export async function loadSubmitters(
  { db }: Reader,
  personIds: readonly number[],
): Promise<SubmitterRecord[]> {
  if (personIds.length === 0) return []
  const owned = await db
    .select({ id: accounts.ownerId, count: sql<number>`count(*)::int` })
    .from(accounts)
    .where(
      and(
        isOneOf(accounts.ownerId, personIds),
        isNull(accounts.archivedAt),
        ne(accounts.lifecycle, 'churned'),
      ),
    )
    .groupBy(accounts.ownerId)
  const calibrated = await db
    .select({
      id: calibrations.personId,
      factor: calibrations.factor,
      observed: calibrations.observed,
      expected: calibrations.expected,
    })
    .from(calibrations)
    .where(isOneOf(calibrations.personId, personIds))
  const counts = new Map(owned.map(({ id, count }) => [id, count]))
  const weighed = new Map(
    calibrated.map(({ id, factor, ...measured }) => [id, { calibration: factor, measured }]),
  )
  return [...personIds]
    .sort((a, b) => a - b)
    .map((id) => ({
      id,
      accounts: counts.get(id) ?? 0,
      ...(weighed.get(id) ?? { calibration: 1, measured: null }),
    }))
}

/** What the people claim to be blockers, but for what the given accounts ask. */
export function loadBlockers(
  ctx: Pick<Context, 'db' | 'now'>,
  personIds: readonly number[],
  exceptAccountIds: readonly number[] = [],
): Promise<BlockerRecord[]> {
  if (personIds.length === 0) return Promise.resolve([])
  return readBlockers(
    ctx,
    and(
      isOneOf(requests.submittedBy, personIds),
      not(isOneOf(requests.accountId, exceptAccountIds)),
    ),
  )
}

/** Accounts at which somebody claims a blocker: one more of theirs can move what these weigh. */
export async function accountsOfBlockers({ db }: Reader, personId: number): Promise<number[]> {
  const rows = await db
    .selectDistinct({ id: requests.accountId })
    .from(requests)
    .where(
      and(
        eq(requests.submittedBy, personId),
        eq(requests.importance, 'blocker'),
        isNull(requests.settledImportance),
        isNotNull(requests.itemId),
      ),
    )
  return rows.map(({ id }) => id)
}

/** What anybody claims to be a blocker. */
export function loadAllBlockers(ctx: Pick<Context, 'db' | 'now'>): Promise<BlockerRecord[]> {
  return readBlockers(ctx, undefined)
}

/** Condition of `isClaimedBlocker` on requests joined with their account and item. */
export const claimsBlocker = and(
  eq(requests.importance, 'blocker'),
  isNull(requests.settledImportance),
  notInArray(requests.state, ['answered', 'declined', 'duplicate']),
  inArray(items.status, OPEN_ITEM_STATUSES),
  isNull(items.mergedIntoId),
  ne(accounts.lifecycle, 'churned'),
)

async function readBlockers(
  ctx: Pick<Context, 'db' | 'now'>,
  condition: SQL | undefined,
): Promise<BlockerRecord[]> {
  const { timeZone } = await getOrganisation(ctx)
  const rows = await ctx.db
    .select({ submittedBy: requests.submittedBy, confirmedAt: requests.confirmedAt })
    .from(requests)
    .innerJoin(accounts, eq(accounts.id, requests.accountId))
    .innerJoin(items, eq(items.id, requests.itemId))
    .where(and(claimsBlocker, condition))
  return rows.map(({ submittedBy, confirmedAt }) => ({
    submittedBy,
    confirmedOn: dayIn(timeZone, confirmedAt),
  }))
}
