import { eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'

import { authorize, type Context } from '#app/domain/context.ts'
import { notFound } from '#app/domain/errors.ts'
import { requestKey } from '#app/lib/readable-id.ts'
import { items } from '#db/schema/items.ts'
import { areas, productLines } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { requests } from '#db/schema/requests.ts'

import { getTriagedRequest } from './get-facts.server.ts'
import { isOverdue } from './inbox.ts'

const productPeople = alias(people, 'product_people')
const settlers = alias(people, 'settlers')
const doubters = alias(people, 'doubters')

export type TriageRequest = Awaited<ReturnType<typeof getTriageRequest>>

/**
 * One request as triage reads it: what was asked, by whom, how important each side finds it, and where it stands.
 * @throws forbidden, not_found
 */
export async function getTriageRequest(ctx: Context, requestId: number) {
  authorize(ctx, 'request.triage')
  const request = await getTriagedRequest(ctx, requestId)
  const [names] = await ctx.db
    .select({
      submitter: people.name,
      submitterTeam: people.team,
      productName: productPeople.name,
      settlerName: settlers.name,
      doubterName: doubters.name,
      lineName: productLines.name,
      areaName: areas.name,
      item: {
        id: items.id,
        title: items.title,
        status: items.status,
        horizon: items.horizon,
      },
    })
    .from(requests)
    .innerJoin(people, eq(people.id, requests.submittedBy))
    .innerJoin(productLines, eq(productLines.id, requests.productLineId))
    .leftJoin(areas, eq(areas.id, requests.areaId))
    .leftJoin(items, eq(items.id, requests.itemId))
    .leftJoin(productPeople, eq(productPeople.id, requests.productImportanceBy))
    .leftJoin(settlers, eq(settlers.id, requests.settledBy))
    .leftJoin(doubters, eq(doubters.id, requests.evidenceDoubtedBy))
    .where(eq(requests.id, requestId))
  if (!names) throw notFound(requestKey(requestId))
  return { ...request, ...names, overdue: isOverdue(request, ctx.now) }
}
