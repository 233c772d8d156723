import { authorize, type Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { requestKey } from '#app/lib/readable-id.ts'

import { decide, type Decided, type Target } from './decide.server.ts'
import type { DoubtInput } from './schemas.ts'

/**
 * Says that Product does not find the evidence of a request convincing, and why: it counts one level lower until the CSM
 * gives better. Or takes that back.
 * @throws forbidden, conflict, invalid (a duplicate, or nothing to doubt)
 */
export async function doubtEvidence(
  ctx: Context,
  { convincing, reason = '', ...target }: Target & DoubtInput,
): Promise<Decided> {
  authorize(ctx, 'request.triage')
  return decide(ctx, target, {
    kind: 'evidence',
    action: 'evidence',
    prepare: (tx, request) => {
      const doubted = convincing === 'no'
      if (doubted && request.evidence === 'none') {
        throw invalid(`${requestKey(request.id)} names no evidence that could be doubted.`)
      }
      return {
        set: {
          evidenceDoubt: doubted ? reason : null,
          evidenceDoubtedBy: doubted ? tx.actor.id : null,
        },
        record: { words: doubted ? reason : null },
        event: {
          name: doubted ? 'request.evidence_doubted' : 'request.evidence_accepted',
          data: { evidence: request.evidence },
        },
      }
    },
  })
}
