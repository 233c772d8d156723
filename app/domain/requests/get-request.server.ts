import { eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'

import { may } from '#app/auth/permissions.ts'
import { ranksOf } from '#app/domain/backlog/ranks.server.ts'
import { authorize, type Context } from '#app/domain/context.ts'
import { notFound } from '#app/domain/errors.ts'
import { dayIn, getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { getModelVersion } from '#app/domain/scoring/model-version.server.ts'
import { requestKey } from '#app/lib/readable-id.ts'
import { accounts } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { areas, productLines } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { requests } from '#db/schema/requests.ts'

import type { RequestDetails } from './request-details.ts'
import {
  asksOf,
  canConfirm,
  expiresAfterDays,
  isDeclined,
  isShipped,
  maySpeakFor,
} from './rules.ts'
import { defaultStake } from './stake.ts'
import { findStakeChoices, getStake } from './stake.server.ts'

const submitters = alias(people, 'submitters')
const settlers = alias(people, 'settlers')
const doubters = alias(people, 'doubters')

/**
 * A request with its account, its item and what the reader may do about it.
 * @throws not_found
 */
export async function getRequest(ctx: Context, requestId: number): Promise<RequestDetails> {
  authorize(ctx, 'read')
  const [row, { parameters }, { timeZone }] = await Promise.all([
    findRow(ctx, requestId),
    getModelVersion(ctx),
    getOrganisation(ctx),
  ])
  if (!row) throw notFound(requestKey(requestId))
  const { account, item, settledBy } = row
  const { answerDueAt, ...request } = row.request
  const standing = { ...request, itemStatus: item?.status ?? null }
  const speaks = maySpeakFor(ctx.actor, { ...request, accountOwnerId: account.ownerId })
  return {
    ...request,
    account,
    submitter: row.submitter,
    productLine: row.productLine,
    area: row.area,
    settled: request.settledImportance && {
      importance: request.settledImportance,
      reason: request.settledReason ?? '',
      by: settledBy ?? '',
    },
    evidenceDoubt:
      request.evidenceDoubt === null
        ? null
        : { reason: request.evidenceDoubt, by: row.doubtedBy ?? '' },
    item: item && { ...item, rank: row.rank },
    stake: may(ctx.actor, 'revenue.read')
      ? await describeStake(ctx, request, item?.productLineId ?? request.productLineId)
      : null,
    answerDueOn: dayIn(timeZone, answerDueAt),
    asks: asksOf(standing, ctx.now, expiresAfterDays(parameters)),
    open: {
      reply: speaks && request.state === 'waiting',
      confirm: speaks && canConfirm(standing),
      accept: speaks && isDeclined(standing) && request.noAcceptedAt === null,
      solved: speaks && isShipped(standing),
      edit: speaks && may(ctx.actor, 'request.submit') && request.state === 'new',
      evidence: speaks && canConfirm(standing),
      triage: may(ctx.actor, 'request.triage'),
    },
  }
}

async function findRow(ctx: Pick<Context, 'db'>, requestId: number) {
  const ranks = ranksOf(ctx)
  const [row] = await ctx.db
    .select({
      request: {
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
        type: requests.type,
        importance: requests.importance,
        productImportance: requests.productImportance,
        settledImportance: requests.settledImportance,
        settledReason: requests.settledReason,
        evidence: requests.evidence,
        evidenceUrl: requests.evidenceUrl,
        evidenceQuote: requests.evidenceQuote,
        evidenceDoubt: requests.evidenceDoubt,
        stakeMode: requests.stakeMode,
        state: requests.state,
        duplicateOfId: requests.duplicateOfId,
        splitFromId: requests.splitFromId,
        confirmedAt: requests.confirmedAt,
        answerDueAt: requests.answerDueAt,
        firstAnsweredAt: requests.firstAnsweredAt,
        noAcceptedAt: requests.noAcceptedAt,
        solved: requests.solved,
        revisitOn: requests.revisitOn,
        version: requests.version,
        createdAt: requests.createdAt,
      },
      account: { id: accounts.id, name: accounts.name, ownerId: accounts.ownerId },
      submitter: { id: submitters.id, name: submitters.name },
      settledBy: settlers.name,
      doubtedBy: doubters.name,
      productLine: { id: productLines.id, name: productLines.name, slug: productLines.slug },
      area: { id: areas.id, name: areas.name },
      item: {
        id: items.id,
        title: items.title,
        status: items.status,
        horizon: items.horizon,
        shipsOn: items.shipsOn,
        shipQuarter: items.shipQuarter,
        productLineId: items.productLineId,
      },
      rank: ranks.lineRank,
    })
    .from(requests)
    .innerJoin(accounts, eq(accounts.id, requests.accountId))
    .innerJoin(submitters, eq(submitters.id, requests.submittedBy))
    .innerJoin(productLines, eq(productLines.id, requests.productLineId))
    .leftJoin(settlers, eq(settlers.id, requests.settledBy))
    .leftJoin(doubters, eq(doubters.id, requests.evidenceDoubtedBy))
    .leftJoin(areas, eq(areas.id, requests.areaId))
    .leftJoin(items, eq(items.id, requests.itemId))
    .leftJoin(ranks, eq(ranks.itemId, requests.itemId))
    .where(eq(requests.id, requestId))
  return row
}

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>

/** The contracts and opportunities at stake: by the rule, or as chosen. Empty once the account is archived. */
async function describeStake(
  ctx: Context,
  request: Pick<Row['request'], 'id' | 'accountId' | 'stakeMode'>,
  productLineId: number,
) {
  const chosen = request.stakeMode === 'chosen'
  const choices = await findStakeChoices(ctx, request.accountId)
  if (!choices) return { chosen, contracts: [], opportunities: [] }
  const stored = await getStake(ctx, request.id)
  const rule = defaultStake(choices.account, choices, productLineId, choices.today)
  const contractIds = chosen ? stored.contractIds : rule.contractIds
  return {
    chosen,
    contracts: choices.contracts.filter(({ id }) => contractIds.includes(id)),
    opportunities: choices.opportunities.filter(({ id }) => stored.opportunityIds.includes(id)),
  }
}
