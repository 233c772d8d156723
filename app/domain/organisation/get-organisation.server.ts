import { TZDate } from '@date-fns/tz'
import { eq } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { notFound } from '#app/domain/errors.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { organisation } from '#db/schema/organisation.ts'

export type Organisation = typeof organisation.$inferSelect

/** Settings of the organisation. Throws not_found before the first start is finished. */
export async function getOrganisation(ctx: Pick<Context, 'db'>): Promise<Organisation> {
  const [row] = await ctx.db.select().from(organisation).where(eq(organisation.id, 1))
  if (!row) throw notFound('The organisation')
  return row
}

/** Whether the first start is finished. */
export async function isFounded(ctx: Pick<Context, 'db'>): Promise<boolean> {
  const rows = await ctx.db.select({ id: organisation.id }).from(organisation)
  return rows.length > 0
}

const calendars = new Map<string, Intl.DateTimeFormat>()

/** The day of `moment` in a time zone. */
export function dayIn(timeZone: string, moment: Date): IsoDate {
  // Making a calendar costs a thousand times more than asking it. Swedish writes days as ISO does.
  const calendar = calendars.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone })
  calendars.set(timeZone, calendar)
  return calendar.format(moment)
}

/** The hour of `moment` in a time zone, 0 to 23. */
export function hourIn(timeZone: string, moment: Date): number {
  return new TZDate(moment, timeZone).getHours()
}

/** The first moment after `day` in a time zone. */
export function endOfDayIn(timeZone: string, day: IsoDate): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(+new TZDate(year, month - 1, date + 1, timeZone))
}

/** Today, in the organisation's time zone. */
export async function getToday(ctx: Pick<Context, 'db' | 'now'>): Promise<IsoDate> {
  const { timeZone } = await getOrganisation(ctx)
  return dayIn(timeZone, ctx.now)
}
