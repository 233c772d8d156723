import { and, desc, eq, inArray, ne } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { findLookAlikes } from '#app/domain/requests/similar.server.ts'
import { previewLink } from '#app/domain/scoring/preview.server.ts'
import type { Importance, RequestState } from '#db/constants.ts'
import { requests } from '#db/schema/requests.ts'

import type { TriagedRequest } from './get-facts.server.ts'
import { findItems, listAlikeItems, type AlikeItem } from './list-alike-items.server.ts'

/** What another account said that sounds alike. */
export type OtherSaid = {
  id: number
  accountName: string
  itemId: number | null
  words: string
}

export type SameAccount = {
  id: number
  title: string
  state: RequestState
  importance: Importance
}

/** What linking the request to the first item would change; money in base units. */
export type LinkEffect = Awaited<ReturnType<typeof previewLink>> & { itemId: number }

export type Neighbours = {
  items: AlikeItem[]
  effect: LinkEffect | null
  others: OtherSaid[]
  sameAccount: SameAccount[]
}

const OPEN: RequestState[] = ['new', 'waiting', 'commercial', 'linked']
const SHOWN = 5

/**
 * What lies around a request: items and requests that sound alike, and what else its account asks for.
 * @param find words or a number; then the items are those found instead of the look-alikes
 */
export async function listNeighbours(
  ctx: Pick<Context, 'db' | 'now'>,
  request: TriagedRequest,
  find: string | null,
): Promise<Neighbours> {
  const alike = await findLookAlikes(ctx, {
    text: request.body,
    title: request.title,
    exceptRequestId: request.id,
  })
  const [items, others, sameAccount] = await Promise.all([
    find ? findItems(ctx, find) : listAlikeItems(ctx, alike, request.itemId),
    quote(
      ctx,
      alike.requests.filter(({ accountId }) => accountId !== request.accountId),
    ),
    ctx.db
      .select({
        id: requests.id,
        title: requests.title,
        state: requests.state,
        importance: requests.importance,
      })
      .from(requests)
      .where(
        and(
          eq(requests.accountId, request.accountId),
          inArray(requests.state, OPEN),
          ne(requests.id, request.id),
        ),
      )
      .orderBy(desc(requests.id))
      .limit(100),
  ])
  const likeFirst = new Map(alike.requests.map(({ id }, index) => [id, index]))
  const place = (id: number) => likeFirst.get(id) ?? SHOWN
  return {
    items,
    effect: await effectOf(ctx, request, items[0]),
    others,
    sameAccount: sameAccount.sort((a, b) => place(a.id) - place(b.id)).slice(0, SHOWN),
  }
}

/** Only for a request that is not linked and not closed: the effect is one of a decision still open. */
async function effectOf(
  ctx: Pick<Context, 'db' | 'now'>,
  request: TriagedRequest,
  first: AlikeItem | undefined,
): Promise<LinkEffect | null> {
  const open = request.state === 'new' || request.state === 'waiting'
  if (!first || !open || request.type === 'question') return null
  return { itemId: first.id, ...(await previewLink(ctx, request.id, first.id)) }
}

async function quote(
  ctx: Pick<Context, 'db'>,
  alike: readonly { id: number; accountName: string; itemId: number | null }[],
): Promise<OtherSaid[]> {
  if (alike.length === 0) return []
  const rows = await ctx.db
    .select({ id: requests.id, body: requests.body })
    .from(requests)
    .where(
      inArray(
        requests.id,
        alike.map(({ id }) => id),
      ),
    )
  const words = new Map(rows.map(({ id, body }) => [id, body]))
  return alike.map(({ id, accountName, itemId }) => ({
    id,
    accountName,
    itemId,
    words: words.get(id) ?? '',
  }))
}
