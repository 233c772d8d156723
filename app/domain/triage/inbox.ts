import { addDays, type IsoDate } from '#app/lib/dates.ts'
import type { RequestState, RequestType } from '#db/constants.ts'

/** Days ahead within which an account's decision puts its requests in front. */
export const DECIDES_WITHIN_DAYS = 90

/** What an inbox shows: requests for triage to decide, or those asked back and not answered yet. */
export const INBOX_VIEWS = ['open', 'waiting'] as const
export type InboxView = (typeof INBOX_VIEWS)[number]

export const INBOX_GROUPS = ['bugs', 'deciding', 'rest', 'commercial', 'waiting'] as const
export type InboxGroup = (typeof INBOX_GROUPS)[number]

export const INBOX_GROUP_LABELS: Readonly<Record<InboxGroup, string>> = {
  bugs: 'Bugs, fast lane',
  deciding: `Decides within ${DECIDES_WITHIN_DAYS} days`,
  rest: 'Everything else',
  commercial: 'Commercial decision asked for',
  waiting: 'Asked back, waiting for the answer',
}

type Renewing = { renewsOn: IsoDate | null; noticeDays: number }

/**
 * The day by which an account next decides: a renewal less its notice, or the close of a purchase.
 * A renewal or purchase that is over decides nothing; a notice day that has passed stays until the renewal has.
 */
export function nextDecision(
  contracts: readonly Renewing[],
  opportunities: readonly { closesOn: IsoDate | null }[],
  today: IsoDate,
): IsoDate | null {
  const days = [
    ...contracts.flatMap(({ renewsOn, noticeDays }) =>
      renewsOn !== null && renewsOn >= today ? [addDays(renewsOn, -noticeDays)] : [],
    ),
    ...opportunities.flatMap(({ closesOn }) =>
      closesOn !== null && closesOn >= today ? [closesOn] : [],
    ),
  ]
  return days.sort()[0] ?? null
}

type Timed = { state: RequestState; answerDueAt: Date }

type Row = Timed & {
  id: number
  type: RequestType
  /** The day by which the account decides about its next renewal or purchase. */
  decidesOn: IsoDate | null
}

/** Whether Product is late with an answer; what waits for others is not. */
export function isOverdue({ state, answerDueAt }: Timed, now: Date): boolean {
  return state === 'new' && answerDueAt < now
}

/** Where a request stands in the inbox. What waits for others comes last; a bug has its lane whatever its account decides. */
export function groupOf(
  row: Pick<Row, 'type' | 'state' | 'decidesOn'>,
  today: IsoDate,
): InboxGroup {
  if (row.state === 'commercial' || row.state === 'waiting') return row.state
  if (row.type === 'bug') return 'bugs'
  const soon = row.decidesOn !== null && row.decidesOn <= addDays(today, DECIDES_WITHIN_DAYS)
  return soon ? 'deciding' : 'rest'
}

/** The groups that have requests, in order; within one the overdue come first, then by the day the answer is due. */
export function groupInbox<R extends Row>(
  rows: readonly R[],
  { today, now }: { today: IsoDate; now: Date },
): { group: InboxGroup; rows: R[] }[] {
  const order = (a: R, b: R) =>
    Number(isOverdue(b, now)) - Number(isOverdue(a, now)) ||
    a.answerDueAt.getTime() - b.answerDueAt.getTime() ||
    a.id - b.id
  return INBOX_GROUPS.map((group) => ({
    group,
    rows: rows.filter((row) => groupOf(row, today) === group).sort(order),
  })).filter(({ rows: members }) => members.length > 0)
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A length of time in one short figure: `40 min`, `5 h`, `3 d`. Always rounded down, at least a minute. */
export function shortSpan(milliseconds: number): string {
  if (milliseconds < HOUR) return `${Math.max(1, Math.floor(milliseconds / 60_000))} min`
  if (milliseconds < DAY) return `${Math.floor(milliseconds / HOUR)} h`
  return `${Math.floor(milliseconds / DAY)} d`
}

/** What stands at the end of a row: lateness before all, then a bug's due time, otherwise how long it has waited. */
export function timeLabel(
  row: Timed & { type: RequestType; createdAt: Date },
  now: Date,
): { text: string; urgent: boolean } {
  const left = row.answerDueAt.getTime() - now.getTime()
  if (isOverdue(row, now)) return { text: `overdue ${shortSpan(-left)}`, urgent: true }
  if (row.type === 'bug' && row.state === 'new') {
    return { text: `due in ${shortSpan(left)}`, urgent: left < 4 * HOUR }
  }
  return { text: shortSpan(now.getTime() - row.createdAt.getTime()), urgent: false }
}
