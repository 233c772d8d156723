import { asc, desc, eq, gt, sql } from 'drizzle-orm'

import { may } from '#app/auth/permissions.ts'
import { getReceipt } from '#app/domain/backlog/get-receipt.server.ts'
import { ranksOf } from '#app/domain/backlog/ranks.server.ts'
import { authorize, type Context } from '#app/domain/context.ts'
import { dayIn, getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { getModelVersion } from '#app/domain/scoring/model-version.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { productLines } from '#db/schema/organisation.ts'
import { scoreParts } from '#db/schema/scores.ts'

import { exampleOf, inventExample, type WorkedExample } from './example.ts'

/**
 * A line of a stored receipt to explain the score by: the largest of the reader's own accounts, else the largest there
 * is. An invented one for whoever may see no revenue, and while nothing is scored.
 */
export async function findExample(ctx: Context): Promise<WorkedExample> {
  authorize(ctx, 'read')
  const stored = may(ctx.actor, 'revenue.read') ? await findStored(ctx) : null
  if (stored) return stored
  const [{ timeZone, baseCurrency }, { parameters }] = await Promise.all([
    getOrganisation(ctx),
    getModelVersion(ctx),
  ])
  return inventExample(parameters, dayIn(timeZone, ctx.now), baseCurrency)
}

async function findStored(ctx: Context): Promise<WorkedExample | null> {
  const ranks = ranksOf(ctx)
  const isOwn = sql<boolean>`${accounts.ownerId} is not distinct from ${ctx.actor.id}`
  const [row] = await ctx.db
    .select({
      exposure: scoreParts.exposure,
      own: isOwn,
      id: items.id,
      title: items.title,
      rank: ranks.lineRank,
      line: productLines.name,
    })
    .from(scoreParts)
    .innerJoin(accounts, eq(accounts.id, scoreParts.accountId))
    .innerJoin(items, eq(items.id, scoreParts.itemId))
    .innerJoin(productLines, eq(productLines.id, items.productLineId))
    .innerJoin(ranks, eq(ranks.itemId, scoreParts.itemId))
    .where(gt(scoreParts.value, 0))
    .orderBy(desc(isOwn), desc(scoreParts.value), asc(scoreParts.itemId), asc(scoreParts.exposure))
    .limit(1)
  if (!row) return null
  const { exposure, own, ...item } = row
  const found = await getReceipt(ctx, item.id)
  return found && exampleOf(found.receipt, exposure, { whose: own ? 'own' : 'other', item })
}
