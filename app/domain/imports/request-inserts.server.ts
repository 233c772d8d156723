import { z } from 'zod'

import type { Context } from '#app/domain/context.ts'
import { recordManyChanges } from '#app/domain/history.server.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { answerDueAt } from '#app/domain/requests/targets.ts'
import { takeSnapshot } from '#app/domain/triage/snapshot.ts'
import { fold } from '#app/lib/fold.ts'
import { nextIds } from '#db/batch.ts'
import { REQUEST_TYPES } from '#db/constants.ts'
import {
  requestContracts,
  requestDecisions,
  requestMessages,
  requestOpportunities,
  requests,
} from '#db/schema/requests.ts'

import type { FieldValues } from './diff.ts'
import type { RequestRow } from './records.ts'
import { IMPORTED_STATES } from './request-fields.ts'
import { requestFacts, requestPatch, type StoredRequest } from './request-writes.server.ts'

const newRequest = requestPatch.required({ title: true, body: true, importance: true }).extend({
  accountId: z.int(),
  type: z.enum(REQUEST_TYPES),
  productLineId: z.int(),
  areaId: z.int().optional(),
  submittedBy: z.int(),
  state: z.enum(IMPORTED_STATES).default('new'),
  contractIds: z.array(z.int()).default([]),
  opportunityIds: z.array(z.int()).default([]),
})

export type NewRequest = { source: string; row: RequestRow; fields: FieldValues }

/**
 * Stores new requests with their history, stake, and the answer or decline they come with; the numbers in the same order.
 * A duplicate is new until its original is here.
 *
 * @param usualDeals the opportunity that a request of an account names unless it says otherwise
 */
export async function insertRequests(
  ctx: Context,
  importId: number,
  drafts: readonly NewRequest[],
  usualDeals: ReadonlyMap<number, number>,
): Promise<number[]> {
  if (drafts.length === 0) return []
  const ids = await nextIds(ctx.db, requests, drafts.length)
  const settings = await getOrganisation(ctx)
  const parsed = drafts.map((draft, i) => ({
    id: ids[i] ?? 0,
    ...draft,
    ...newRequest.parse(draft.fields),
  }))
  const values = parsed.map(({ row, state, contractIds, source, fields: _, ...request }) => {
    const decided = state === 'answered' || state === 'declined'
    const askedAt = row.createdAt ? new Date(row.createdAt) : ctx.now
    return {
      ...request,
      titleFold: fold(request.title),
      bodyFold: fold(request.body),
      source: 'import' as const,
      evidence: request.evidence ?? ('none' as const),
      stakeMode: contractIds.length > 0 ? ('chosen' as const) : ('default' as const),
      state: decided ? state : ('new' as const),
      firstAnsweredAt: decided ? ctx.now : null,
      confirmedAt: askedAt < ctx.now ? askedAt : ctx.now,
      answerDueAt: answerDueAt(request.importance, ctx.now, settings),
      externalSource: source,
      externalId: row.externalId,
      createdAt: askedAt < ctx.now ? askedAt : ctx.now,
      updatedAt: ctx.now,
    }
  })
  const stored = await ctx.db.insert(requests).overridingSystemValue().values(values).returning()
  await writeStakes(ctx, parsed, usualDeals)
  await writeDecisions(ctx, stored, new Map(parsed.map(({ id, row }) => [id, row])))
  await recordManyChanges(
    ctx,
    stored.map((row) => ({
      subject: { type: 'request', id: row.id, version: row.version, importId },
      before: null,
      after: requestFacts(row),
    })),
  )
  return ids
}

async function writeStakes(
  ctx: Context,
  parsed: readonly {
    id: number
    accountId: number
    contractIds: number[]
    opportunityIds: number[]
  }[],
  usualDeals: ReadonlyMap<number, number>,
): Promise<void> {
  const contracts = parsed.flatMap(({ id, contractIds }) =>
    contractIds.map((contractId) => ({ requestId: id, contractId })),
  )
  const deals = parsed.flatMap(({ id, accountId, opportunityIds }) => {
    const usual = usualDeals.get(accountId)
    const named = opportunityIds.length === 0 && usual !== undefined ? [usual] : opportunityIds
    return named.map((opportunityId) => ({ requestId: id, opportunityId }))
  })
  if (contracts.length > 0) await ctx.db.insert(requestContracts).values(contracts)
  if (deals.length > 0) await ctx.db.insert(requestOpportunities).values(deals)
}

/** What was said elsewhere stands here as the first decision, so that it can be looked up and undone. */
async function writeDecisions(
  ctx: Context,
  stored: readonly StoredRequest[],
  rows: ReadonlyMap<number, RequestRow>,
): Promise<void> {
  const decided = stored.filter(({ state }) => state !== 'new')
  if (decided.length === 0) return
  const wordsOf = ({ id, state, externalSource }: StoredRequest) => {
    const row = rows.get(id)
    const status = row?.sourceStatus ?? (state === 'answered' ? 'Answered' : 'Declined')
    return row?.answer ?? `${status} in ${externalSource}.`
  }
  const answered = decided.filter(({ state }) => state === 'answered')
  const messages = answered.length
    ? await ctx.db
        .insert(requestMessages)
        .values(
          answered.map((request) => ({
            requestId: request.id,
            kind: 'answer' as const,
            body: wordsOf(request),
            authorId: ctx.actor.id,
            createdAt: ctx.now,
          })),
        )
        .returning({ id: requestMessages.id, requestId: requestMessages.requestId })
    : []
  const messageOf = new Map(messages.map(({ id, requestId }) => [requestId, id]))
  await ctx.db.insert(requestDecisions).values(
    decided.map((request) => {
      const messageId = messageOf.get(request.id)
      return {
        requestId: request.id,
        kind: request.state === 'answered' ? ('answer' as const) : ('decline' as const),
        reasonCode: request.state === 'declined' ? ('other' as const) : null,
        words: wordsOf(request),
        before: takeSnapshot(
          { ...request, state: 'new', firstAnsweredAt: null },
          messageId === undefined ? {} : { messageId },
        ),
        afterVersion: request.version,
        decidedBy: ctx.actor.id,
        decidedAt: ctx.now,
      }
    }),
  )
}
