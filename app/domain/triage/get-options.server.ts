import { and, asc, inArray, isNull } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { listPlaces } from '#app/domain/organisation/list-places.server.ts'
import { itemKey } from '#app/lib/readable-id.ts'
import { OPEN_ITEM_STATUSES } from '#db/constants.ts'
import { items } from '#db/schema/items.ts'
import { people } from '#db/schema/people.ts'

export type TriageOptions = Awaited<ReturnType<typeof getTriageOptions>>

/** What the forms of the decisions let one choose from: places, owners, people who can decide. */
export async function getTriageOptions(ctx: Pick<Context, 'db'>) {
  const [lines, everyone, { baseCurrency }] = await Promise.all([
    listPlaces(ctx),
    ctx.db
      .select({ id: people.id, name: people.name, team: people.team })
      .from(people)
      .where(
        and(
          isNull(people.deactivatedAt),
          inArray(people.role, ['contributor', 'manager', 'admin']),
        ),
      )
      .orderBy(asc(people.name), asc(people.id)),
    getOrganisation(ctx),
  ])
  return {
    lines,
    owners: everyone.filter(({ team }) => team === 'product'),
    people: everyone,
    baseCurrency,
  }
}

/** Every open item, to choose one for several requests at once. */
export async function listOpenItems(ctx: Pick<Context, 'db'>) {
  const rows = await ctx.db
    .select({ id: items.id, title: items.title })
    .from(items)
    .where(and(isNull(items.mergedIntoId), inArray(items.status, [...OPEN_ITEM_STATUSES])))
    .orderBy(asc(items.id))
    .limit(2_000)
  return rows.map(({ id, title }) => ({ value: id, label: `${itemKey(id)} ${title}` }))
}
