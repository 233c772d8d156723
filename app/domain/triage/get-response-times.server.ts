import { and, asc, eq, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { answerDueAt } from '#app/domain/requests/targets.ts'
import { IMPORTANCES, REQUEST_TYPES, type Importance } from '#db/constants.ts'
import { accounts } from '#db/schema/accounts.ts'
import { requests } from '#db/schema/requests.ts'

import { responseTimes } from './response-time.ts'

/** Days back from today that the figures look. */
export const RESPONSE_WINDOW_DAYS = 90

const DAY = 86_400_000
const SHOWN = 100

/**
 * How long requests of the last 90 days waited for their first answer, by type and by importance, and what is late now.
 * The target is the one that held at submission: what comes later moves only when the next answer is due.
 */
export async function getResponseTimes(ctx: Context, { lineId }: { lineId: number | null }) {
  authorize(ctx, 'read')
  const ofLine = lineId === null ? undefined : eq(requests.productLineId, lineId)
  const counting = sql<Importance>`coalesce(${requests.settledImportance}, ${requests.importance})`
  const since = new Date(ctx.now.getTime() - RESPONSE_WINDOW_DAYS * DAY)
  const [settings, rows, overdue] = await Promise.all([
    getOrganisation(ctx),
    ctx.db
      .select({
        type: requests.type,
        importance: counting,
        createdAt: requests.createdAt,
        firstAnsweredAt: requests.firstAnsweredAt,
      })
      .from(requests)
      .where(and(gte(requests.createdAt, since), isNotNull(requests.firstAnsweredAt), ofLine))
      .limit(50_000),
    ctx.db
      .select({
        id: requests.id,
        title: requests.title,
        accountId: requests.accountId,
        accountName: accounts.name,
        type: requests.type,
        importance: counting,
        answerDueAt: requests.answerDueAt,
      })
      .from(requests)
      .innerJoin(accounts, eq(accounts.id, requests.accountId))
      .where(and(inArray(requests.state, ['new']), lt(requests.answerDueAt, ctx.now), ofLine))
      .orderBy(asc(requests.answerDueAt), asc(requests.id))
      .limit(SHOWN),
  ])
  const answered = rows.flatMap(({ firstAnsweredAt, ...row }) =>
    firstAnsweredAt === null
      ? []
      : [
          {
            ...row,
            firstAnsweredAt,
            answerDueAt: answerDueAt(row.importance, row.createdAt, settings),
          },
        ],
  )
  return {
    all: responseTimes(answered),
    byType: REQUEST_TYPES.map((type) => ({
      type,
      times: responseTimes(answered.filter((row) => row.type === type)),
    })),
    byImportance: IMPORTANCES.map((importance) => ({
      importance,
      target: settings.responseTargets[importance] ?? null,
      times: responseTimes(answered.filter((row) => row.importance === importance)),
    })),
    overdue,
  }
}
