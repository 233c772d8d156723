import { useState } from 'react'

import { draftValue, draftValues, type DraftFields } from '#app/domain/requests/draft.ts'
import type { StakeChoices } from '#app/domain/requests/stake-choices.ts'
import { defaultStake, sameIds } from '#app/domain/requests/stake.ts'

/**
 * Which boxes are ticked, and for which line: by the rule, which follows the line, until somebody ticks by hand.
 */
export function useStake(initial: DraftFields, choices: StakeChoices | null, lineId: number) {
  const [touched, setTouched] = useState<{ accountId: number; lineId: number } | null>(null)
  if (!choices) return null
  const accountId = choices.account.id
  const byHand = handPicked(initial, choices)
  const frozen = touched?.accountId === accountId ? touched.lineId : byHand?.lineId
  return {
    key: `${accountId} ${frozen ?? lineId}`,
    lineId: frozen ?? lineId,
    chosen: byHand?.chosen ?? null,
    touch: () => setTouched((before) => before ?? { accountId, lineId: frozen ?? lineId }),
  }
}

/** What was ticked by hand before, for the same account; null when it was the rule's. */
function handPicked(initial: DraftFields, choices: StakeChoices) {
  const lineId = Number(draftValue(initial, 'stakeFor'))
  if (!lineId || Number(draftValue(initial, 'accountId')) !== choices.account.id) return null
  const chosen = {
    contractIds: draftValues(initial, 'contractIds').map(Number),
    opportunityIds: draftValues(initial, 'opportunityIds').map(Number),
  }
  const rule = defaultStake(choices.account, choices, lineId, choices.today)
  const untouched =
    sameIds(chosen.contractIds, rule.contractIds) &&
    sameIds(chosen.opportunityIds, rule.opportunityIds)
  return untouched ? null : { lineId, chosen }
}
