import { asc, eq, notInArray } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { listProductLines } from '#app/domain/organisation/get-navigation.server.ts'
import { dayIn, getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { costOf } from '#app/domain/scoring/cost.ts'
import { lossOfDelay } from '#app/domain/scoring/delay.ts'
import { toItemInput } from '#app/domain/scoring/gather.ts'
import { getModelVersion } from '#app/domain/scoring/model-version.server.ts'
import { compareOrders } from '#app/domain/scoring/peers/compare.ts'
import { PEERS, type PeerId } from '#app/domain/scoring/peers/peers.ts'
import type { PeerBacklog, PeerItem, PeerRequest } from '#app/domain/scoring/peers/types.ts'
import { DELAY_WEEKS } from '#app/domain/scoring/peers/wsjf.ts'
import { leadWeeks } from '#app/domain/scoring/timing.ts'
import type { ModelParameters } from '#app/domain/scoring/parameters.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { isOneOf } from '#db/batch.ts'
import { items } from '#db/schema/items.ts'
import { requests } from '#db/schema/requests.ts'
import { itemScores, scoreParts } from '#db/schema/scores.ts'

import type { StoredFactors } from './get-receipt.server.ts'
import { loadPeerAccounts } from './peer-accounts.server.ts'
import { ranksOf } from './ranks.server.ts'

/** The ranked items of a product line (by its slug; null: of all) in our order, beside the order of a peer's formula. */
export async function compareBacklog(ctx: Context, lineSlug: string | null, peerId: PeerId) {
  authorize(ctx, 'revenue.read')
  const { timeZone, baseCurrency } = await getOrganisation(ctx)
  const today = dayIn(timeZone, ctx.now)
  const line = (await listProductLines(ctx)).find(({ slug }) => slug === lineSlug) ?? null
  const ranked = await listRanked(ctx)
  const shown = ranked.filter(({ lineId }) => line === null || lineId === line.id)
  const asked = await listAsked(ctx, timeZone)
  const { parameters } = await getModelVersion(ctx)
  const parts = await listParts(
    ctx,
    shown.map(({ item }) => item.id),
  )
  const backlog: PeerBacklog = {
    items: shown.map((row) => toPeerItem(row, asked, parts, today, parameters)),
    accounts: await loadPeerAccounts(ctx, asked, today),
    asked,
  }
  const comparison = compareOrders(backlog, PEERS[peerId], { today, currency: baseCurrency })
  const known = new Map(shown.map((row) => [row.item.id, row]))
  return {
    ...comparison,
    line,
    today,
    currency: baseCurrency,
    items: comparison.items.flatMap((compared) => {
      const row = known.get(compared.id)
      return row ? [{ ...compared, title: row.item.title, ourScore: row.score }] : []
    }),
  }
}

/** Every ranked item, in our order over all product lines, which is also the order within each. */
function listRanked(ctx: Context) {
  const ranks = ranksOf(ctx)
  return ctx.db
    .select({
      item: items,
      lineId: items.productLineId,
      score: itemScores.score,
      cost: itemScores.costInScore,
    })
    .from(ranks)
    .innerJoin(items, eq(items.id, ranks.itemId))
    .innerJoin(itemScores, eq(itemScores.itemId, items.id))
    .orderBy(asc(ranks.rank))
}

type Ranked = Awaited<ReturnType<typeof listRanked>>[number]

/** The requests that count for ranked items, by item, the longest unconfirmed first. */
async function listAsked(ctx: Context, timeZone: string): Promise<Map<number, PeerRequest[]>> {
  const ranks = ranksOf(ctx)
  const rows = await ctx.db
    .select({
      itemId: ranks.itemId,
      accountId: requests.accountId,
      importance: requests.importance,
      settled: requests.settledImportance,
      evidence: requests.evidence,
      confirmedAt: requests.confirmedAt,
    })
    .from(requests)
    .innerJoin(ranks, eq(ranks.itemId, requests.itemId))
    .where(notInArray(requests.state, ['answered', 'duplicate', 'declined']))
    .orderBy(asc(requests.confirmedAt), asc(requests.id))
  const asked = groupBy(rows, (row) => row.itemId)
  return new Map(
    [...asked].map(([itemId, own]) => [
      itemId,
      own.map(({ accountId, importance, settled, evidence, confirmedAt }) => ({
        accountId,
        importance: settled ?? importance,
        evidence,
        confirmedOn: dayIn(timeZone, confirmedAt),
      })),
    ]),
  )
}

async function listParts(ctx: Context, itemIds: readonly number[]) {
  const rows = await ctx.db
    .select()
    .from(scoreParts)
    .where(isOneOf(scoreParts.itemId, itemIds))
    .orderBy(asc(scoreParts.exposure))
  return groupBy(rows, (row) => row.itemId)
}

function toPeerItem(
  { item, score, cost }: Ranked,
  asked: ReadonlyMap<number, PeerRequest[]>,
  stored: Awaited<ReturnType<typeof listParts>>,
  today: IsoDate,
  parameters: ModelParameters,
): PeerItem {
  const parts = (stored.get(item.id) ?? []).map(({ factors, accountId, ...part }) => {
    const { from, link, share } = factors as StoredFactors
    return { ...part, from, link, share, account: from.account, accountId: String(accountId) }
  })
  const spread = costOf(toItemInput(item), parameters)
  const lead = leadWeeks(spread, item.shipsOn ?? undefined, today, parameters)
  return {
    id: item.id,
    cost,
    lead,
    delayCost:
      lossOfDelay(parts, { lead, sigma: spread.sigma }, DELAY_WEEKS, parameters) / DELAY_WEEKS,
    requests: asked.get(item.id) ?? [],
    score,
    parts,
  }
}
