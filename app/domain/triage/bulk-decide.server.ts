import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { DomainError } from '#app/domain/errors.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'

import { applyDecision, type Decided, type Decision } from './decide.server.ts'
import { declining } from './decline-request.server.ts'
import { linking } from './link-to-item.server.ts'
import { moving } from './move-request.server.ts'
import type { BulkInput } from './schemas.ts'
import { applyUndo } from './undo-decision.server.ts'

export type BulkResult = {
  decided: { requestId: number; decisionId: number }[]
  refused: { requestId: number; why: string }[]
}

/**
 * One decision on many requests, in one transaction. Each request is decided whole or not at all:
 * one that a rule or a colleague refuses is left as it was and listed with the reason, the others go through.
 * @throws forbidden
 */
export async function bulkDecide(ctx: Context, input: BulkInput): Promise<BulkResult> {
  authorize(ctx, 'request.triage')
  const decision = decisionOf(input)
  return inTransaction(ctx, async (tx) => {
    const decided: Decided[] = []
    const refused: BulkResult['refused'] = []
    // In the order of their numbers, so that two people with the same selection wait for each other.
    for (const target of [...input.requests].sort((a, b) => a.requestId - b.requestId)) {
      try {
        decided.push(await inTransaction(tx, (one) => applyDecision(one, target, decision)))
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        refused.push({ requestId: target.requestId, why: error.message })
      }
    }
    await refreshScores(tx, {
      accountIds: [...new Set(decided.map(({ accountId }) => accountId))],
      itemIds: [...new Set(decided.flatMap(({ itemIds }) => itemIds))],
    })
    return {
      decided: decided.map(({ requestId, decisionId }) => ({ requestId, decisionId })),
      refused,
    }
  })
}

function decisionOf(input: BulkInput): Decision {
  switch (input.decision) {
    case 'link':
      return linking(input.itemId)
    case 'decline':
      return declining(input)
    case 'move':
      return moving(input)
  }
}

/** Undoes the decisions of a bulk, each as far as nothing has happened to its request since. Refusals are listed. */
export async function bulkUndo(
  ctx: Context,
  { decisionIds }: { decisionIds: readonly number[] },
): Promise<{ undone: number; refused: string[] }> {
  authorize(ctx, 'request.triage')
  return inTransaction(ctx, async (tx) => {
    const accountIds = new Set<number>()
    const itemIds = new Set<number>()
    const refused: string[] = []
    let undone = 0
    for (const decisionId of decisionIds) {
      try {
        const one = await inTransaction(tx, (inner) => applyUndo(inner, decisionId))
        accountIds.add(one.accountId)
        for (const itemId of one.itemIds) itemIds.add(itemId)
        undone += 1
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        refused.push(error.message)
      }
    }
    await refreshScores(tx, { accountIds: [...accountIds], itemIds: [...itemIds] })
    return { undone, refused }
  })
}
