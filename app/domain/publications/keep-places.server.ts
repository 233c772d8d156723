import { inArray, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { stickyOrder, type Placed } from '#app/domain/scoring/sticky-order.ts'
import { tiersOf, type Sensitivity } from '#app/domain/scoring/uncertainty.ts'
import { itemScores, scoreFacts } from '#db/schema/scores.ts'

import type { PublishedItem } from './content.ts'

type Scored = Omit<PublishedItem, 'scoredRank' | 'kept'>

/** The last publication of the line, as far as its order holds on. */
export type LastOrder = {
  items: readonly Pick<PublishedItem, 'itemId' | 'rank'>[]
  momentId: number | null
  modelVersionId: number
}

/**
 * Puts the items into the order to publish: between planning cycles a published item only moves where the new order is
 * supported, or something that it is scored by changed other than the clock. What has no rank stays at the end.
 * @param items in the order of their scores
 * @param last null where the order is to be as scored
 */
export async function keepPlaces(
  ctx: Pick<Context, 'db'>,
  items: readonly Scored[],
  last: LastOrder | null,
  modelVersionId: number,
): Promise<PublishedItem[]> {
  const asScored = items.map((item) => ({ ...item, scoredRank: item.rank, kept: false }))
  // Another version of the model changed the input of everything, and from before facts were kept nothing is known.
  if (!last || last.momentId === null || last.modelVersionId !== modelVersionId) return asScored
  const changed = await listChangedItems(ctx, last.momentId)
  const before = new Map(
    last.items.flatMap(({ itemId, rank }): [string, number][] =>
      rank === null ? [] : [[String(itemId), rank]],
    ),
  )
  const sensitivities = await listSensitivities(
    ctx,
    items.map(({ itemId }) => itemId),
  )
  const ranked = asScored.flatMap((item): (Placed & { item: PublishedItem })[] => {
    const sensitivity = sensitivities.get(item.itemId)
    if (item.rank === null || !sensitivity) return []
    const { itemId, score, costMean } = item
    return [{ id: String(itemId), score, costMean, sensitivity, item }]
  })
  const order = stickyOrder(ranked, before, changed)
  const tiers = tiersOf(order.map(({ sensitivity }) => sensitivity))
  return [
    ...order.map(({ id, item }, index): PublishedItem => {
      const rank = index + 1
      const kept = rank !== item.scoredRank && before.has(id) && !changed.has(id)
      return { ...item, rank, tier: tiers[index] ?? null, kept }
    }),
    ...asScored.filter(({ rank }) => rank === null),
  ]
}

async function listSensitivities({ db }: Pick<Context, 'db'>, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, Sensitivity>()
  const rows = await db
    .select({
      itemId: itemScores.itemId,
      sensitivity: sql<Sensitivity>`${itemScores.sensitivity}`,
    })
    .from(itemScores)
    .where(inArray(itemScores.itemId, [...ids]))
  return new Map(rows.map(({ itemId, sensitivity }) => [itemId, sensitivity]))
}

/**
 * The items of which any fact changed since a moment: their cost, the money, health or weight of an account that asks, a
 * request at the same contract, or what the claims of a person are worth. What somebody claims elsewhere only weighs on
 * their blockers, how their decisions went on all of their claims.
 */
async function listChangedItems(
  { db }: Pick<Context, 'db'>,
  momentId: number,
): Promise<Set<string>> {
  const persons = sql`select subject, content,
      coalesce((content #>> '{submitter,calibration}')::float8, 1) as calibration
    from ${scoreFacts} where subject like 'person:%'`
  const rows = await db.execute<{ id: number }>(sql`
    with person as (
      select substr(subject, 8) as id,
        coalesce(was.calibration, 1) <> coalesce(now.calibration, 1) as measured_anew
      from (${persons} and since <= ${momentId} and (until is null or until > ${momentId})) as was
      full join (${persons} and until is null) as now using (subject)
      where was.content is distinct from now.content
    )
    select unnest(item_ids) as id from ${scoreFacts} where since > ${momentId} or until > ${momentId}
    union
    select unnest(claims.item_ids)
    from person join ${scoreFacts} as claims on claims.until is null
      and claims.content @> jsonb_build_object('links', jsonb_build_array(
        jsonb_build_object('submitter', person.id)
          || case when measured_anew then '{}' else '{"severity": "blocker"}'::jsonb end))`)
  return new Set(rows.map(({ id }) => String(id)))
}
