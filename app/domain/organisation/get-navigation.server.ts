import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

import { isUnreadBy } from '#app/domain/requests/unread.server.ts'
import { OPEN_ITEM_STATUSES } from '#db/constants.ts'
import { accounts } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { productLines } from '#db/schema/organisation.ts'
import { profiles } from '#db/schema/profiles.ts'
import { publications } from '#db/schema/publications.ts'
import { requests } from '#db/schema/requests.ts'

import type { Context } from '#app/domain/context.ts'

export type ProductLine = { id: number; name: string; slug: string }

/** Product lines in use, by name. */
export function listProductLines(ctx: Pick<Context, 'db'>): Promise<ProductLine[]> {
  return ctx.db
    .select({ id: productLines.id, name: productLines.name, slug: productLines.slug })
    .from(productLines)
    .where(isNull(productLines.archivedAt))
    .orderBy(asc(productLines.name))
}

/** The counts beside the sections of the rail, for one product line (null: all). */
export async function getNavigationCounts(ctx: Context, lineId: number | null) {
  const ofLine = (column: AnyPgColumn) => (lineId === null ? undefined : eq(column, lineId))

  const [inbox, unread, backlog, published, accountCount, current] = await Promise.all([
    ctx.db
      .select({ n: count() })
      .from(requests)
      .where(and(inArray(requests.state, ['new', 'commercial']), ofLine(requests.productLineId))),
    ctx.db
      .select({ n: count() })
      .from(requests)
      .where(and(eq(requests.submittedBy, ctx.actor.id), isUnreadBy(ctx.actor.id))),
    ctx.db
      .select({ n: count() })
      .from(items)
      .where(
        and(
          inArray(items.status, [...OPEN_ITEM_STATUSES]),
          isNull(items.mergedIntoId),
          ofLine(items.productLineId),
        ),
      ),
    ctx.db.select({ n: count() }).from(publications).where(ofLine(publications.productLineId)),
    ctx.db.select({ n: count() }).from(accounts).where(isNull(accounts.archivedAt)),
    ctx.db
      .select({ number: profiles.number })
      .from(profiles)
      .where(and(eq(profiles.state, 'current'), ofLine(profiles.productLineId)))
      .limit(2),
  ])
  return {
    triage: inbox[0]?.n ?? 0,
    unread: unread[0]?.n ?? 0,
    backlog: backlog[0]?.n ?? 0,
    publications: published[0]?.n ?? 0,
    accounts: accountCount[0]?.n ?? 0,
    /** Number of the current profile; null with none, or with several lines in view. */
    profile: current.length === 1 ? (current[0]?.number ?? null) : null,
  }
}
