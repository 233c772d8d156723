import { inTransaction, type Context } from '#app/domain/context.ts'
import { conflict } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { recordChanges } from '#app/domain/history.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { requestKey } from '#app/lib/readable-id.ts'

import { getAnswerable, writeAnswer } from './answerable.server.ts'
import { proofColumns } from './proof.ts'
import { canConfirm } from './rules.ts'
import type { EvidenceInput } from './schemas.ts'

/**
 * Gives other evidence for a request that still counts, whatever triage has decided about it. A doubt of Product's was
 * about the evidence before and goes with it.
 * @throws not_found, forbidden, conflict when it no longer counts or was changed since
 */
export async function giveEvidence(
  ctx: Context,
  { requestId, version, ...input }: EvidenceInput & { requestId: number },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const request = await getAnswerable(tx, requestId)
    if (!canConfirm(request)) {
      throw conflict(`${requestKey(requestId)} is closed, so its evidence no longer matters.`)
    }
    const columns = proofColumns(input, request)
    await writeAnswer(tx, { id: requestId, version }, columns)
    const { evidence, evidenceUrl, evidenceQuote } = request
    await recordChanges(
      tx,
      { type: 'request', id: requestId, version: version + 1 },
      { evidence, evidenceUrl, evidenceQuote },
      {
        evidence: columns.evidence,
        evidenceUrl: columns.evidenceUrl,
        evidenceQuote: columns.evidenceQuote,
      },
    )
    await recordEvent(tx, {
      name: 'request.evidence_given',
      subject: ['request', requestId],
      data: { from: evidence, to: columns.evidence },
    })
    await refreshScores(tx, {
      accountIds: [request.accountId],
      itemIds: request.itemId === null ? [] : [request.itemId],
    })
  })
}
