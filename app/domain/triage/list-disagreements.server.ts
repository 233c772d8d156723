import { and, asc, desc, eq, isNotNull, isNull, ne, notInArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'

import { authorize, type Context } from '#app/domain/context.ts'
import { notFound } from '#app/domain/errors.ts'
import { requestKey } from '#app/lib/readable-id.ts'
import { accounts } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { people } from '#db/schema/people.ts'
import { requests } from '#db/schema/requests.ts'

const productPeople = alias(people, 'product_people')

export type Disagreement = Awaited<ReturnType<typeof listDisagreements>>[number]

/**
 * Open requests whose importance the CSM and Product see differently and no manager has settled,
 * the widest differences first.
 */
export async function listDisagreements(ctx: Context, { lineId }: { lineId: number | null }) {
  authorize(ctx, 'read')
  const rows = await ctx.db
    .select({
      id: requests.id,
      version: requests.version,
      title: requests.title,
      state: requests.state,
      accountId: accounts.id,
      accountName: accounts.name,
      importance: requests.importance,
      submitter: people.name,
      productImportance: requests.productImportance,
      productName: productPeople.name,
      evidence: requests.evidence,
      evidenceDoubt: requests.evidenceDoubt,
      itemId: items.id,
      itemTitle: items.title,
    })
    .from(requests)
    .innerJoin(accounts, eq(accounts.id, requests.accountId))
    .innerJoin(people, eq(people.id, requests.submittedBy))
    .leftJoin(productPeople, eq(productPeople.id, requests.productImportanceBy))
    .leftJoin(items, eq(items.id, requests.itemId))
    .where(
      and(
        isNotNull(requests.productImportance),
        ne(requests.productImportance, requests.importance),
        isNull(requests.settledImportance),
        notInArray(requests.state, ['answered', 'declined', 'duplicate']),
        lineId === null ? undefined : eq(requests.productLineId, lineId),
      ),
    )
    .orderBy(desc(distance()), asc(requests.id))
    .limit(200)
  return rows.flatMap(({ productImportance, ...row }) =>
    productImportance === null ? [] : [{ ...row, productImportance }],
  )
}

/**
 * Both views of one request's importance, for whoever settles it.
 * @throws not_found
 */
export async function findDisagreement(ctx: Context, requestId: number) {
  authorize(ctx, 'importance.settle')
  const [row] = await ctx.db
    .select({
      id: requests.id,
      version: requests.version,
      title: requests.title,
      importance: requests.importance,
      submitter: people.name,
      productImportance: requests.productImportance,
      productName: productPeople.name,
      settledImportance: requests.settledImportance,
    })
    .from(requests)
    .innerJoin(people, eq(people.id, requests.submittedBy))
    .leftJoin(productPeople, eq(productPeople.id, requests.productImportanceBy))
    .where(eq(requests.id, requestId))
  if (!row) throw notFound(requestKey(requestId))
  return row
}

/** Steps between the two views on the ladder of importance. */
function distance() {
  const step = (column: typeof requests.importance | typeof requests.productImportance) =>
    sql`array_position(array['blocker', 'critical', 'major', 'minor'], ${column})`
  return sql`abs(${step(requests.importance)} - ${step(requests.productImportance)})`
}
