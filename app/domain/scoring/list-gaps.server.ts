import { and, asc, eq, exists, gt, inArray, isNull, lte, not, or, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { confirmedBefore, RECONFIRM_AFTER_DAYS } from '#app/domain/requests/rules.ts'
import { addMonths } from '#app/lib/dates.ts'
import { accounts, contractCovers, contracts } from '#db/schema/accounts.ts'
import { requests } from '#db/schema/requests.ts'
import { exposureScores, scoreExclusions, scoreParts } from '#db/schema/scores.ts'

import type { DataQualityRow } from './data-quality.ts'

/** Of each list; who has more mends these first. */
const LIMIT = 300

/** Beyond these, a value was more likely mistyped than meant: times the median contract, days of notice, years ahead. */
const OFF_SCALE = { timesMedian: 100, noticeDays: 365, yearsAhead: 10 }

type Reader = Pick<Context, 'db' | 'now'>

const account = { id: accounts.id, name: accounts.name }

/** Whether an account is a customer that is looked after. */
const isCustomer = and(
  isNull(accounts.archivedAt),
  inArray(accounts.lifecycle, ['onboarding', 'active']),
)

/** What the records themselves leave open, whether or not anything was scored by it. Part of a guarded list. */
export async function listGaps(ctx: Reader): Promise<DataQualityRow[]> {
  return [
    ...(await listWithoutArr(ctx)),
    ...(await listUnknownHealth(ctx)),
    ...(await listOffScale(ctx)),
    ...(await listStaleClaims(ctx)),
  ]
}

const ofAccount =
  (reason: 'no_arr' | 'unknown_health') =>
  (row: DataQualityRow['account']): DataQualityRow => ({
    reason,
    account: row,
    subject: { kind: 'account', id: row.id, name: '' },
  })

/** Customers that neither hold nor share an open contract with money in it. */
async function listWithoutArr({ db }: Reader) {
  const paying = db
    .select({ one: sql`1` })
    .from(contracts)
    .leftJoin(contractCovers, eq(contractCovers.contractId, contracts.id))
    .where(
      and(
        isNull(contracts.endedOn),
        gt(contracts.amountMinor, 0),
        or(eq(contracts.accountId, accounts.id), eq(contractCovers.accountId, accounts.id)),
      ),
    )
  const rows = await db
    .select(account)
    .from(accounts)
    .where(and(isCustomer, not(exists(paying))))
    .orderBy(asc(accounts.nameFold), asc(accounts.id))
    .limit(LIMIT)
  return rows.map(ofAccount('no_arr'))
}

/** Customers of unknown health whose renewal is scored. */
async function listUnknownHealth({ db }: Reader) {
  const scored = db
    .select({ one: sql`1` })
    .from(exposureScores)
    .where(eq(exposureScores.accountId, accounts.id))
  const rows = await db
    .select(account)
    .from(accounts)
    .where(
      and(isCustomer, isNull(accounts.healthScore), isNull(accounts.healthColour), exists(scored)),
    )
    .orderBy(asc(accounts.nameFold), asc(accounts.id))
    .limit(LIMIT)
  return rows.map(ofAccount('unknown_health'))
}

async function listOffScale(ctx: Reader): Promise<DataQualityRow[]> {
  const today = await getToday(ctx)
  const median = sql`(select percentile_cont(0.5) within group (order by raw)
    from ${exposureScores} where raw > 0 and starts_with(exposure, 'contract:'))`
  const rows = await ctx.db
    .select({ account, id: contracts.id, name: contracts.name })
    .from(contracts)
    .innerJoin(accounts, eq(accounts.id, contracts.accountId))
    .leftJoin(exposureScores, eq(exposureScores.exposure, sql`'contract:' || ${contracts.id}`))
    .where(
      and(
        isNull(contracts.endedOn),
        or(
          gt(contracts.noticeDays, OFF_SCALE.noticeDays),
          gt(contracts.renewsOn, addMonths(today, 12 * OFF_SCALE.yearsAhead)),
          gt(exposureScores.raw, sql`${OFF_SCALE.timesMedian} * ${median}`),
        ),
      ),
    )
    .orderBy(asc(accounts.nameFold), asc(contracts.id))
    .limit(LIMIT)
  return rows.map(({ account, ...contract }) => ({
    reason: 'off_scale',
    account,
    subject: { kind: 'contract', ...contract },
  }))
}

/** Claims on a receipt of which the CSM is asked whether they still hold. */
async function listStaleClaims({ db, now }: Reader): Promise<DataQualityRow[]> {
  const counts = db
    .select({ one: sql`1` })
    .from(scoreParts)
    .where(eq(scoreParts.requestId, requests.id))
  const expired = db
    .select({ one: sql`1` })
    .from(scoreExclusions)
    .where(eq(scoreExclusions.requestId, requests.id))
  const rows = await db
    .select({ account, id: requests.id, name: requests.title })
    .from(requests)
    .innerJoin(accounts, eq(accounts.id, requests.accountId))
    .where(
      and(
        sql`coalesce(${requests.settledImportance}, ${requests.importance}) in ('blocker', 'critical')`,
        lte(requests.confirmedAt, confirmedBefore(now, RECONFIRM_AFTER_DAYS)),
        exists(counts),
        not(exists(expired)),
      ),
    )
    .orderBy(asc(requests.confirmedAt), asc(requests.id))
    .limit(LIMIT)
  return rows.map(({ account, ...request }) => ({
    reason: 'stale_claim',
    account,
    subject: { kind: 'request', ...request },
  }))
}
