import { and, asc, desc, eq, isNotNull, lte } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { findLastMoment } from '#app/domain/scoring/moments.server.ts'
import { formatDay, type IsoDate } from '#app/lib/dates.ts'
import { publications } from '#db/schema/publications.ts'
import { scoreHistory, scoreMoments } from '#db/schema/scores.ts'

import type { Asked, AskedSpan, Point, SpanProblem } from './points.ts'

type Reader = Pick<Context, 'db' | 'now'>

/** The span to explain, and what is wrong with the one asked for; null while nothing was kept. */
export type Span = {
  from: Point
  to: Point
  /** The first day whose reasons are known. */
  first: IsoDate
  problem: SpanProblem | null
}

/**
 * The two points that are asked for. By default from the last publication of the product line, or from the first day
 * that is known, to now. A day without a state of its own stands for the last one before it.
 */
export async function findSpan(
  ctx: Reader,
  lineId: number,
  { from: askedFrom, to: askedTo, problem }: AskedSpan,
): Promise<Span | null> {
  const first = await findFirst(ctx)
  const now = await findNow(ctx)
  if (!first || !now) return null
  const today = await getToday(ctx)
  const problems = [problem]
  const found = async (field: SpanProblem['field'], asked: Asked | null, fallback: Point) => {
    if (asked === null) return fallback
    const point = await findPoint(ctx, lineId, asked, { now, today })
    if (!point) problems.push({ field, text: missing(asked, first.day, today) })
    return point ?? fallback
  }
  const from = await found('from', askedFrom, (await findPublished(ctx, lineId)) ?? first)
  const to = await found('to', askedTo, now)
  if (from.momentId > to.momentId) {
    problems.push({
      field: 'to',
      text: 'This is before the other day. It is told the other way round.',
    })
  }
  const [earlier, later] = from.momentId > to.momentId ? [to, from] : [from, to]
  const wrong = problems.find((one) => one !== null) ?? null
  return { from: earlier, to: later, first: first.day, problem: wrong }
}

function missing(asked: Asked, first: IsoDate, today: IsoDate): string {
  if ('publication' in asked) {
    return `What number ${asked.publication} was made of is not known: there is none, or it is older than ${formatDay(first)}.`
  }
  if (asked.day > today) return `${formatDay(asked.day)} has not come yet.`
  return `Reasons are known from ${formatDay(first)} on.`
}

async function findPoint(
  ctx: Reader,
  lineId: number,
  asked: Asked,
  { now, today }: { now: Point; today: IsoDate },
): Promise<Point | null> {
  if ('publication' in asked) return findPublished(ctx, lineId, asked.publication)
  if (asked.day > today) return null
  return asked.day === now.day ? now : findDay(ctx, asked.day)
}

const POINT = { momentId: scoreMoments.id, day: scoreMoments.day, at: scoreMoments.at }

/** The state in which a day ended, or the last day before it that has one. */
export async function findDay({ db }: Pick<Reader, 'db'>, day: IsoDate): Promise<Point | null> {
  const [row] = await db
    .select(POINT)
    .from(scoreHistory)
    .innerJoin(scoreMoments, eq(scoreMoments.id, scoreHistory.momentId))
    .where(lte(scoreHistory.day, day))
    .orderBy(desc(scoreHistory.day))
    .limit(1)
  return row ? { ...row, publication: null } : null
}

/** The first day whose state was kept. */
export async function findFirst({ db }: Pick<Reader, 'db'>): Promise<Point | null> {
  const [row] = await db
    .select(POINT)
    .from(scoreHistory)
    .innerJoin(scoreMoments, eq(scoreMoments.id, scoreHistory.momentId))
    .orderBy(asc(scoreHistory.day))
    .limit(1)
  return row ? { ...row, publication: null } : null
}

async function findNow(ctx: Reader): Promise<Point | null> {
  const last = await findLastMoment(ctx)
  if (!last) return null
  return { momentId: last.id, day: last.day, at: last.at, publication: null }
}

/** A publication of the line, the last one unless a number is given; null when its state was not kept. */
async function findPublished(
  { db }: Reader,
  lineId: number,
  number?: number,
): Promise<Point | null> {
  const [row] = await db
    .select({ ...POINT, publication: publications.number })
    .from(publications)
    .innerJoin(scoreMoments, eq(scoreMoments.id, publications.momentId))
    .where(
      and(
        eq(publications.productLineId, lineId),
        isNotNull(publications.momentId),
        number === undefined ? undefined : eq(publications.number, number),
      ),
    )
    .orderBy(desc(publications.number))
    .limit(1)
  return row ?? null
}

/** Numbers of the line's publications whose state was kept, the newest first; a few of them. */
export async function listPublishedNumbers({ db }: Reader, lineId: number): Promise<number[]> {
  const rows = await db
    .select({ number: publications.number })
    .from(publications)
    .where(and(eq(publications.productLineId, lineId), isNotNull(publications.momentId)))
    .orderBy(desc(publications.number))
    .limit(3)
  return rows.map(({ number }) => number)
}
