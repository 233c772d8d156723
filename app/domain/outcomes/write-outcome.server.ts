import { saveContract, type Contract } from '#app/domain/accounts/contract-records.server.ts'
import { matchWaitingDeals } from '#app/domain/accounts/renewal-deals.server.ts'
import type { Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { recordChanges } from '#app/domain/history.server.ts'
import { followMerges } from '#app/domain/items/follow-merges.server.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import type { OutcomeSource } from '#db/constants.ts'

import { changesOf, insertOutcome } from './outcome-records.server.ts'
import { nextRenewal } from './rules.ts'
import type { OutcomeInput } from './schemas.ts'

type Input = Omit<OutcomeInput, 'confirmLarge'> & { source: OutcomeSource; importId: number | null }

/**
 * Stores how a contract's renewal was decided, and does to the contract what follows: renewed, it rolls to its next
 * date, at the new amount; churned, it ends on its renewal date. Whoever calls it has seen that the actor may.
 *
 * @throws invalid beside the field, conflict when it was decided or changed by somebody else
 */
export async function writeOutcome(
  ctx: Context,
  contract: Contract,
  input: Input,
): Promise<{ outcomeId: number }> {
  if (input.decidedOn > (await getToday(ctx))) {
    throw invalid('The decision cannot be in the future.', 'decidedOn')
  }
  const itemId = await missingItem(ctx, input.itemId)
  const patch = patchOf(contract, input)
  const changed = changesOf(contract, patch)
  const saved = await saveContract(ctx, contract, input.version, patch)
  const outcomeId = await insertOutcome(ctx, {
    accountId: contract.accountId,
    contractId: contract.id,
    outcome: input.outcome,
    dueOn: contract.renewsOn,
    decidedOn: input.decidedOn,
    amountBeforeMinor: contract.amount.minor,
    amountAfterMinor: input.amountAfter.minor,
    currency: contract.amount.currency,
    reason: input.reason,
    itemId,
    note: input.note,
    source: input.source,
    importId: input.importId,
    changed,
  })
  const version = contract.version + Math.sign(saved.length)
  await recordChanges(
    ctx,
    { type: 'contract', id: contract.id, version },
    { outcome: null },
    { outcome: input.outcome },
  )
  await matchWaitingDeals(ctx, contract.accountId)
  await recordEvent(ctx, {
    name: 'outcome.recorded',
    subject: ['contract', contract.id],
    data: {
      accountId: contract.accountId,
      outcomeId,
      outcome: input.outcome,
      reason: input.reason,
      itemId,
      fields: Object.keys(changed),
    },
  })
  await refreshScores(ctx, { accountIds: [contract.accountId, ...contract.covers] })
  return { outcomeId }
}

function patchOf(contract: Contract, { outcome, amountAfter, nextRenewalOn, decidedOn }: Input) {
  if (outcome === 'churned') {
    // It has ended already where somebody said so before the reason was known.
    return { endedOn: contract.endedOn ?? endOf(contract, decidedOn) }
  }
  const { renewsOn, startsOn } = contract
  const next = nextRenewalOn ?? (renewsOn === null ? null : nextRenewal(renewsOn, startsOn))
  if (renewsOn !== null && next !== null && next <= renewsOn) {
    throw invalid('The next renewal must be after this one.', 'nextRenewalOn')
  }
  const rolled = contract.evergreen ? {} : { renewsOn: next, forecast: null }
  return { ...rolled, endedOn: null, amount: amountAfter }
}

/** A contract runs until its renewal date; an evergreen one, or one without a date, until the decision. */
function endOf({ renewsOn, startsOn }: Contract, decidedOn: IsoDate): IsoDate {
  const end = renewsOn ?? decidedOn
  return startsOn !== null && end < startsOn ? startsOn : end
}

/** The item that was missing; one that was merged away is the one it went into. Throws invalid when there is none. */
async function missingItem(ctx: Context, itemId: number | null): Promise<number | null> {
  if (itemId === null) return null
  const found = await followMerges(ctx, itemId)
  if (found === null) throw invalid('This item does not exist.', 'itemId')
  return found
}
