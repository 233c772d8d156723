import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'

import { ranksOf } from '#app/domain/backlog/ranks.server.ts'
import type { Context } from '#app/domain/context.ts'
import { notFound } from '#app/domain/errors.ts'
import { dayIn, getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { getPlanRates } from '#app/domain/organisation/get-plan-rates.server.ts'
import { getModelVersion } from '#app/domain/scoring/model-version.server.ts'
import { findLastMoment } from '#app/domain/scoring/moments.server.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { sum } from '#app/lib/numbers.ts'
import { OPEN_ITEM_STATUSES } from '#db/constants.ts'
import { accounts } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { areas, productLines } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { publications } from '#db/schema/publications.ts'
import { itemScores, scoreParts } from '#db/schema/scores.ts'

import { publicationChanges } from './changes.ts'
import { parsePublication, type PublicationContent, type PublishedItem } from './content.ts'
import { keepPlaces } from './keep-places.server.ts'
import { listEnded } from './list-ended.server.ts'
import { getPublishedProfile } from './published-profile.server.ts'

/**
 * Everything a publication of the line would hold now, and the records it rests on. Reads only.
 * @param newCycle whether the order is taken as scored, whatever was published before
 */
export async function composePublication(ctx: Context, productLineId: number, newCycle = false) {
  const [line] = await ctx.db
    .select({ id: productLines.id, name: productLines.name })
    .from(productLines)
    .where(and(eq(productLines.id, productLineId), isNull(productLines.archivedAt)))
  if (!line) throw notFound('The product line')
  const organisation = await getOrganisation(ctx)
  const { versionId: rateVersionId, base, rates } = await getPlanRates(ctx)
  const model = await getModelVersion(ctx)
  const [last] = await ctx.db
    .select()
    .from(publications)
    .where(eq(publications.productLineId, line.id))
    .orderBy(desc(publications.number))
    .limit(1)
  const before = last ? parsePublication(last.content) : null
  const published = await keepPlaces(
    ctx,
    await listPublishedItems(ctx, line.id),
    last && before && !newCycle ? { ...last, items: before.items } : null,
    model.id,
  )
  const ended = await listEnded(ctx, line.id, last?.publishedAt ?? null, organisation.timeZone)
  const profile = await getPublishedProfile(ctx, line.id)
  const asking = new Set(published.flatMap((item) => item.accounts.map((one) => one.accountId)))
  const content: PublicationContent = {
    organisation: organisation.name,
    productLine: line.name,
    since: last?.number ?? null,
    newCycle,
    today: dayIn(organisation.timeZone, ctx.now),
    modelVersion: model.id,
    rates: { base, rates: { ...rates } },
    profile,
    totals: {
      arrAtRisk: sum(published.map((item) => item.arrAtRisk)),
      canSave: sum(published.map((item) => item.canSave)),
      value: sum(published.map((item) => item.value)),
      accounts: asking.size,
    },
    items: published,
    ...ended,
    changes: publicationChanges(before, { items: published, ...ended }),
    publishedBy: ctx.actor.name,
  }
  return {
    content,
    number: (last?.number ?? 0) + 1,
    profileId: profile?.id ?? null,
    modelVersionId: model.id,
    rateVersionId,
    momentId: (await findLastMoment(ctx))?.id ?? null,
  }
}

async function listPublishedItems(
  ctx: Context,
  lineId: number,
): Promise<Omit<PublishedItem, 'scoredRank' | 'kept'>[]> {
  const ranks = ranksOf(ctx)
  const rows = await ctx.db
    .select({
      itemId: items.id,
      title: items.title,
      type: items.type,
      area: areas.name,
      owner: people.name,
      lane: items.lane,
      status: items.status,
      horizon: items.horizon,
      shipsOn: items.shipsOn,
      shipQuarter: items.shipQuarter,
      rank: ranks.lineRank,
      score: itemScores.score,
      low: itemScores.low,
      high: itemScores.high,
      tier: itemScores.lineTier,
      value: itemScores.value,
      arrAtRisk: itemScores.arrAtRisk,
      canSave: itemScores.canSave,
      costMean: itemScores.costMean,
      estimated: itemScores.estimated,
      startBy: itemScores.startBy,
    })
    .from(items)
    .innerJoin(itemScores, eq(itemScores.itemId, items.id))
    .leftJoin(areas, eq(areas.id, items.areaId))
    .leftJoin(people, eq(people.id, items.ownerId))
    .leftJoin(ranks, eq(ranks.itemId, items.id))
    .where(
      and(
        eq(items.productLineId, lineId),
        isNull(items.mergedIntoId),
        inArray(items.status, [...OPEN_ITEM_STATUSES]),
      ),
    )
    .orderBy(sql`${ranks.lineRank} nulls last`, asc(items.id))
  const ids = rows.map((row) => row.itemId)
  const lines =
    ids.length === 0
      ? []
      : await ctx.db
          .select({
            itemId: scoreParts.itemId,
            accountId: accounts.id,
            name: accounts.name,
            arrAtRisk: sql<number>`sum(${scoreParts.arrAtRisk})::float8`,
            canSave: sql<number>`sum(${scoreParts.canSave})::float8`,
            value: sql<number>`sum(${scoreParts.value})::float8`,
          })
          .from(scoreParts)
          .innerJoin(accounts, eq(accounts.id, scoreParts.accountId))
          .where(inArray(scoreParts.itemId, ids))
          .groupBy(scoreParts.itemId, accounts.id, accounts.name)
          .orderBy(desc(sql`sum(${scoreParts.value})`), asc(accounts.id))
  const byItem = groupBy(lines, (line) => line.itemId)
  return rows.map((row) => ({
    ...row,
    accounts: (byItem.get(row.itemId) ?? []).map(
      ({ accountId, name, arrAtRisk, canSave, value }) => ({
        accountId,
        name,
        arrAtRisk,
        canSave,
        value,
      }),
    ),
  }))
}
