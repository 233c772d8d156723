import { asc, eq, inArray } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { getOrganisation, dayIn } from '#app/domain/organisation/get-organisation.server.ts'
import { buildReceipt, type Receipt } from '#app/domain/scoring/receipt.ts'
import type { Part } from '#app/domain/scoring/types.ts'
import { requests } from '#db/schema/requests.ts'
import { itemScores, scoreParts } from '#db/schema/scores.ts'

/** What `score_parts.factors` holds; the refresh writes it, and this reads it. */
export type StoredFactors = Pick<Part, 'link' | 'from' | 'alone' | 'last' | 'share'>

export type ReceiptRequest = { id: number; title: string; confirmedAt: Date }

/**
 * The receipt of an item: a line an account, in whole base units that add up to the value shown, and the requests
 * that count on it by id. Null while the item has no score (shipped, declined).
 */
export async function getReceipt(
  ctx: Pick<Context, 'db' | 'now'>,
  itemId: number,
): Promise<{ receipt: Receipt; requests: Map<string, ReceiptRequest> } | null> {
  const [score] = await ctx.db
    .select({ costInScore: itemScores.costInScore })
    .from(itemScores)
    .where(eq(itemScores.itemId, itemId))
  if (!score) return null
  const rows = await ctx.db
    .select()
    .from(scoreParts)
    .where(eq(scoreParts.itemId, itemId))
    .orderBy(asc(scoreParts.exposure))
  const parts = rows.map(({ factors, ...row }): Part => {
    const stored = factors as StoredFactors
    return {
      ...stored,
      item: String(itemId),
      exposure: row.exposure,
      account: stored.from.account,
      accountId: String(row.accountId),
      request: String(row.requestId),
      arrAtRisk: row.arrAtRisk,
      canSave: row.canSave,
      value: row.value,
    }
  })
  const { timeZone, baseCurrency } = await getOrganisation(ctx)
  const counted = [...new Set(rows.map((row) => row.requestId))]
  const named =
    counted.length === 0
      ? []
      : await ctx.db
          .select({ id: requests.id, title: requests.title, confirmedAt: requests.confirmedAt })
          .from(requests)
          .where(inArray(requests.id, counted))
  return {
    receipt: buildReceipt(
      { parts, costInScore: score.costInScore },
      { today: dayIn(timeZone, ctx.now), currency: baseCurrency },
    ),
    requests: new Map(named.map((row) => [String(row.id), row])),
  }
}
