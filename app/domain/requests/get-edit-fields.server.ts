import type { Context } from '#app/domain/context.ts'

import { getAnswerable } from './answerable.server.ts'
import type { DraftFields } from './draft.ts'
import { editRefusal } from './rules.ts'
import { findStakeChoices, getStake } from './stake.server.ts'
import { defaultStake } from './stake.ts'
import { titleOf } from './title.ts'

/**
 * A request as the inputs of its form, and why they can no longer be changed, if so.
 * @throws not_found, forbidden
 */
export async function getEditFields(
  ctx: Context,
  requestId: number,
): Promise<{ id: number; version: number; closed: string | null; fields: DraftFields }> {
  const request = await getAnswerable(ctx, requestId)
  const { id, version, accountId, productLineId } = request
  const stored = await getStake(ctx, id)
  const choices = await findStakeChoices(ctx, accountId)
  const rule = choices && defaultStake(choices.account, choices, productLineId, choices.today)
  const contractIds =
    request.stakeMode === 'default' && rule ? rule.contractIds : stored.contractIds
  const inputs = {
    accountId,
    body: request.body,
    // One that the words gave goes on following them.
    title: request.title === titleOf(request.body) ? '' : request.title,
    importance: request.importance,
    type: request.type,
    evidence: request.evidence,
    evidenceUrl: request.evidenceUrl,
    evidenceQuote: request.evidenceQuote,
    contactName: request.contactName,
    contactRole: request.contactRole,
    source: request.source,
    goal: request.goal,
    productLineId,
    areaId: request.areaId,
    sameAs: request.itemId,
    stakeFor: productLineId,
  }
  return {
    id,
    version,
    closed: editRefusal(request),
    fields: {
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [name, String(value ?? '')]),
      ),
      contractIds: contractIds.map(String),
      opportunityIds: stored.opportunityIds.map(String),
    },
  }
}
