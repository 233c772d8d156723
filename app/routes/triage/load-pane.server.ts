import { may } from '#app/auth/permissions.ts'
import type { Context } from '#app/domain/context.ts'
import { dayIn, getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { getHistory } from '#app/domain/requests/get-history.server.ts'
import { findBlockersWithin } from '#app/domain/scoring/blocker-use.server.ts'
import { findImportanceEffect } from '#app/domain/triage/find-importance-effect.server.ts'
import { findUndo } from '#app/domain/triage/find-undo.server.ts'
import { getAccountCard } from '#app/domain/triage/get-account-card.server.ts'
import { getTriageOptions } from '#app/domain/triage/get-options.server.ts'
import { listAtStake } from '#app/domain/triage/get-stake.server.ts'
import {
  getTriageRequest,
  type TriageRequest,
} from '#app/domain/triage/get-triage-request.server.ts'
import { listNeighbours } from '#app/domain/triage/list-neighbours.server.ts'

export type Pane = Awaited<ReturnType<typeof loadPane>>

/** Everything beside the inbox: the request, who asks, what is at stake, what lies around it, what can be chosen. */
export async function loadPane(ctx: Context, requestId: number, { url }: { url: string }) {
  const search = new URL(url).searchParams
  const find = search.get('find')?.trim() || null
  const request = await getTriageRequest(ctx, requestId)
  const [account, stake, history, neighbours, options, undo, { timeZone }] = await Promise.all([
    getAccountCard(ctx, request),
    listAtStake(ctx, request),
    getHistory(ctx, request),
    listNeighbours(ctx, request, find),
    getTriageOptions(ctx),
    offeredUndo(ctx, search),
    getOrganisation(ctx),
  ])
  return {
    request,
    account,
    stake,
    history,
    neighbours,
    options,
    undo,
    find,
    importanceEffect: await findImportanceEffect(ctx, request, neighbours.items[0]),
    blockers: claimsBlocker(request) ? await findBlockersWithin(ctx, request.submittedBy) : null,
    maySettle: may(ctx.actor, 'importance.settle'),
    now: ctx.now,
    today: dayIn(timeZone, ctx.now),
  }
}

/** Whether the importance is the submitter's own word, and that word is blocker. */
function claimsBlocker({ importance, settledImportance }: TriageRequest): boolean {
  return importance === 'blocker' && settledImportance === null
}

/** The undo of the decision that led here. */
export function offeredUndo(ctx: Context, search: URLSearchParams) {
  const decided = search.get('decided')
  return decided && /^[1-9]\d{0,8}$/.test(decided) ? findUndo(ctx, Number(decided)) : null
}
