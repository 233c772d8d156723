import { eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'

import { may } from '#app/auth/permissions.ts'
import { authorize, type Context } from '#app/domain/context.ts'
import { notFound } from '#app/domain/errors.ts'
import { ranksOf } from '#app/domain/backlog/ranks.server.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { requestKey } from '#app/lib/readable-id.ts'
import type { StakeMode } from '#db/constants.ts'
import { accounts } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { areas, productLines } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { requests } from '#db/schema/requests.ts'

import { asksOf, canConfirm, confirmDueAt, isDeclined, isShipped, maySpeakFor } from './rules.ts'
import { defaultStake } from './stake.ts'
import { findStakeChoices, getStake } from './stake.server.ts'

/** Without the folded copies and the keys. */
const columns = {
  id: requests.id,
  title: requests.title,
  body: requests.body,
  accountId: requests.accountId,
  submittedBy: requests.submittedBy,
  contactName: requests.contactName,
  contactRole: requests.contactRole,
  source: requests.source,
  goal: requests.goal,
  productLineId: requests.productLineId,
  areaId: requests.areaId,
  type: requests.type,
  importance: requests.importance,
  productImportance: requests.productImportance,
  settledImportance: requests.settledImportance,
  settledReason: requests.settledReason,
  evidence: requests.evidence,
  evidenceUrl: requests.evidenceUrl,
  evidenceQuote: requests.evidenceQuote,
  stakeMode: requests.stakeMode,
  state: requests.state,
  itemId: requests.itemId,
  duplicateOfId: requests.duplicateOfId,
  splitFromId: requests.splitFromId,
  fastLane: requests.fastLane,
  confirmedAt: requests.confirmedAt,
  answerDueAt: requests.answerDueAt,
  firstAnsweredAt: requests.firstAnsweredAt,
  noAcceptedAt: requests.noAcceptedAt,
  solved: requests.solved,
  revisitOn: requests.revisitOn,
  version: requests.version,
  createdAt: requests.createdAt,
}

const submitters = alias(people, 'submitters')
const settlers = alias(people, 'settlers')

/**
 * A request with its account, its item and what the reader may do about it.
 * @throws not_found
 */
export async function getRequest(ctx: Context, requestId: number) {
  authorize(ctx, 'read')
  const ranks = ranksOf(ctx)
  const [row] = await ctx.db
    .select({
      request: columns,
      account: { id: accounts.id, name: accounts.name, ownerId: accounts.ownerId },
      submitter: { id: submitters.id, name: submitters.name },
      settler: settlers.name,
      productLine: { id: productLines.id, name: productLines.name, slug: productLines.slug },
      area: areas.name,
      item: {
        id: items.id,
        title: items.title,
        status: items.status,
        horizon: items.horizon,
        shipsOn: items.shipsOn,
        shipQuarter: items.shipQuarter,
        productLineId: items.productLineId,
        rank: ranks.lineRank,
      },
    })
    .from(requests)
    .innerJoin(accounts, eq(accounts.id, requests.accountId))
    .innerJoin(submitters, eq(submitters.id, requests.submittedBy))
    .innerJoin(productLines, eq(productLines.id, requests.productLineId))
    .leftJoin(settlers, eq(settlers.id, requests.settledBy))
    .leftJoin(areas, eq(areas.id, requests.areaId))
    .leftJoin(items, eq(items.id, requests.itemId))
    .leftJoin(ranks, eq(ranks.itemId, requests.itemId))
    .where(eq(requests.id, requestId))
  if (!row) throw notFound(requestKey(requestId))
  const { request } = row
  const standing = { ...request, itemStatus: row.item?.status ?? null }
  const speaks = maySpeakFor(ctx.actor, {
    submittedBy: request.submittedBy,
    accountOwnerId: row.account.ownerId,
  })
  return {
    ...request,
    account: row.account,
    submitter: row.submitter,
    settledByName: row.settler,
    productLine: row.productLine,
    area: row.area,
    item: row.item,
    stake: may(ctx.actor, 'revenue.read')
      ? await describeStake(ctx, request, row.item?.productLineId)
      : null,
    confirmDueAt: confirmDueAt(standing),
    asks: asksOf(standing, ctx.now),
    /** What the reader may do now. */
    open: {
      reply: speaks && request.state === 'waiting',
      confirm: speaks && canConfirm(standing),
      accept: speaks && isDeclined(standing) && request.noAcceptedAt === null,
      solved: speaks && isShipped(standing),
      edit: speaks && may(ctx.actor, 'request.submit') && request.state === 'new',
      triage: may(ctx.actor, 'request.triage'),
    },
  }
}

export type RequestDetails = Awaited<ReturnType<typeof getRequest>>

/** The contracts and opportunities at stake: by the rule, or as chosen. Empty once the account is archived. */
async function describeStake(
  ctx: Context,
  request: { id: number; accountId: number; productLineId: number; stakeMode: StakeMode },
  itemLineId: number | undefined,
) {
  const choices = await findStakeChoices(ctx, request.accountId)
  if (!choices) return { contracts: [], opportunities: [], today: await getToday(ctx) }
  const { account, contracts, opportunities, today } = choices
  const stored = await getStake(ctx, request.id)
  const rule = defaultStake(account, choices, itemLineId ?? request.productLineId, today)
  const contractIds = request.stakeMode === 'default' ? rule.contractIds : stored.contractIds
  return {
    contracts: contracts.filter(({ id }) => contractIds.includes(id)),
    opportunities: opportunities.filter(({ id }) => stored.opportunityIds.includes(id)),
    today,
  }
}
