import { and, eq } from 'drizzle-orm'

import { inTransaction, type Context } from '#app/domain/context.ts'
import { conflict, invalid } from '#app/domain/errors.ts'
import { recordEvent, type DomainEvent } from '#app/domain/events.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import type { DecisionKind } from '#db/constants.ts'
import { requestDecisions, requests } from '#db/schema/requests.ts'

import { sayMeanwhile } from './conflict.server.ts'
import { getTriagedRequest, type TriagedRequest } from './get-facts.server.ts'
import { refusal, type TriageAction } from './rules.ts'
import { takeSnapshot, type Made, type TriageFields } from './snapshot.ts'

/** Which request is decided, and the version that the person saw. */
export type Target = { requestId: number; version: number }

/** What a decision does to one request. */
export type Change = {
  set: Partial<TriageFields>
  /** What the decision's row says besides who and when. */
  record?: Partial<
    Omit<
      typeof requestDecisions.$inferInsert,
      'id' | 'requestId' | 'kind' | 'before' | 'afterVersion' | 'decidedBy' | 'decidedAt'
    >
  >
  event: Pick<DomainEvent, 'name' | 'data'>
  /** It tells the submitter something: ends the time to the first answer. */
  answers?: boolean
  made?: Made
  /** Items whose score it touches, besides the request's own before and after. */
  itemIds?: readonly number[]
}

export type Decision = {
  kind: DecisionKind
  action: TriageAction
  /** Checks what only the database knows, writes what the decision makes besides, and says what changes. */
  prepare: (ctx: Context, request: TriagedRequest) => Change | Promise<Change>
}

export type Decided = {
  decisionId: number
  requestId: number
  version: number
  accountId: number
  itemIds: number[]
}

/**
 * The way of every decision: the version seen, the rule, the change, its row with what was before, one event, the scores.
 * The caller authorizes.
 *
 * @throws conflict when somebody was quicker, invalid when a rule refuses, not_found
 */
export function decide(ctx: Context, target: Target, decision: Decision): Promise<Decided> {
  return inTransaction(ctx, async (tx) => {
    const decided = await applyDecision(tx, target, decision)
    await refreshScores(tx, { accountIds: [decided.accountId], itemIds: decided.itemIds })
    return decided
  })
}

/** The same inside the caller's transaction, who brings the scores up to date. */
export async function applyDecision(
  ctx: Context,
  target: Target,
  decision: Decision,
): Promise<Decided> {
  const request = await getTriagedRequest(ctx, target.requestId)
  if (request.version !== target.version) throw await notSaved(ctx, request.id)
  const refused = refusal(decision.action, request)
  if (refused) throw invalid(refused)

  const change = await decision.prepare(ctx, request)
  const after = await writeRequest(ctx, request, {
    ...change.set,
    ...(change.answers && { firstAnsweredAt: request.firstAnsweredAt ?? ctx.now }),
  })
  const decisionId = await writeDecision(ctx, request, decision.kind, change)
  await recordEvent(ctx, {
    name: change.event.name,
    subject: ['request', request.id],
    data: { decisionId, ...change.event.data },
  })
  return {
    decisionId,
    requestId: request.id,
    version: after.version,
    accountId: request.accountId,
    itemIds: [request.itemId, after.itemId, ...(change.itemIds ?? [])].filter((id) => id !== null),
  }
}

/** Writes the triage fields of a request if it still is at the version read. Throws conflict otherwise. */
export async function writeRequest(
  ctx: Context,
  request: { id: number; version: number },
  set: Partial<TriageFields>,
) {
  const [after] = await ctx.db
    .update(requests)
    .set({ ...set, version: request.version + 1, updatedAt: ctx.now })
    .where(and(eq(requests.id, request.id), eq(requests.version, request.version)))
    .returning({ version: requests.version, itemId: requests.itemId })
  if (!after) throw await notSaved(ctx, request.id)
  return after
}

const notSaved = async (ctx: Context, requestId: number) =>
  conflict(`${await sayMeanwhile(ctx, requestId)} Your decision was not saved.`)

async function writeDecision(
  ctx: Context,
  request: TriagedRequest,
  kind: DecisionKind,
  { record, made }: Change,
): Promise<number> {
  const [row] = await ctx.db
    .insert(requestDecisions)
    .values({
      ...record,
      requestId: request.id,
      kind,
      before: takeSnapshot(request, made ?? {}),
      afterVersion: request.version + 1,
      decidedBy: ctx.actor.id,
      decidedAt: ctx.now,
    })
    .returning({ id: requestDecisions.id })
  if (!row) throw new Error('The decision was not written')
  return row.id
}
