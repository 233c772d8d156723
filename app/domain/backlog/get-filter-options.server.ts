import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { accounts } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { areas, productLines, savedViews } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'

import { viewQuery } from './filters.ts'

/** What the backlog's filters can be set to, and the person's own views. `accountId`: the one in the filter, by name. */
export async function getFilterOptions(
  ctx: Context,
  { lineId, accountId }: { lineId: number | null; accountId: number | null },
) {
  const [areaRows, owners, segments, views, [account]] = await Promise.all([
    ctx.db
      .select({ id: areas.id, name: areas.name, line: productLines.name })
      .from(areas)
      .innerJoin(productLines, eq(productLines.id, areas.productLineId))
      .where(
        and(isNull(areas.archivedAt), lineId === null ? undefined : eq(productLines.id, lineId)),
      )
      .orderBy(asc(productLines.name), asc(areas.name))
      .limit(500),
    ctx.db
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(inArray(people.id, ctx.db.selectDistinct({ id: items.ownerId }).from(items)))
      .orderBy(asc(people.nameFold), asc(people.id))
      .limit(500),
    ctx.db
      .selectDistinct({ segment: accounts.segment })
      .from(accounts)
      .where(and(isNotNull(accounts.segment), isNull(accounts.archivedAt)))
      .orderBy(asc(accounts.segment))
      .limit(200),
    ctx.db
      .select({ id: savedViews.id, name: savedViews.name, query: savedViews.query })
      .from(savedViews)
      .where(and(eq(savedViews.ownerId, ctx.actor.id), eq(savedViews.page, 'backlog')))
      .orderBy(asc(savedViews.name))
      .limit(200),
    accountId === null
      ? []
      : ctx.db.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, accountId)),
  ])
  return {
    areas: areaRows,
    owners,
    segments: segments.flatMap(({ segment }) => segment ?? []),
    views: views.map((view) => ({ ...view, query: viewQuery(new URLSearchParams(view.query)) })),
    accountName: account?.name ?? null,
  }
}
