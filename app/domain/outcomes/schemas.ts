import { z } from 'zod'

import { amountText, moneyFrom } from '#app/domain/accounts/fields.ts'
import type { Money } from '#app/domain/money.ts'
import { day, optionalDay, optionalId, optionalParagraph, versionField } from '#app/lib/fields.ts'
import { CONTRACT_OUTCOMES, LOSS_REASONS, type ContractOutcome } from '#db/constants.ts'

import { amountProblem } from './rules.ts'

/** Outcomes by which something is lost, and that therefore have a reason. */
export const LOSSES: readonly ContractOutcome[] = ['contracted', 'churned']

/** Outcomes with an amount of their own; a renewal keeps the old one, and nothing is left of a contract that churned. */
export const NEW_AMOUNTS: readonly ContractOutcome[] = ['expanded', 'contracted']

/**
 * How a contract's renewal was decided, as the form carries it.
 * @param before the amount of the contract as it is, for one period
 */
export function outcomeSchema(before: Money) {
  return z
    .object({
      version: versionField,
      outcome: z.enum(CONTRACT_OUTCOMES, { error: 'Choose how it was decided.' }),
      decidedOn: day,
      amount: amountText.optional(),
      nextRenewalOn: optionalDay,
      reason: z.enum(LOSS_REASONS).optional(),
      itemId: optionalId,
      note: optionalParagraph(2_000),
      /** Ticked the second time, when the amount is out of the ordinary. */
      confirmLarge: z.boolean().default(false),
    })
    .transform((value, ctx) => {
      const fail = (path: string, message: string) => {
        ctx.addIssue({ code: 'custom', path: [path], message })
        return z.NEVER
      }
      const { version, outcome, decidedOn, note, confirmLarge } = value
      const loss = LOSSES.includes(outcome)
      if (loss && value.reason === undefined) return fail('reason', 'Choose why.')
      const reason = loss ? (value.reason ?? null) : null
      const after = amountAfter(value.amount, outcome, before)
      if ('problem' in after) return fail('amount', after.problem)
      return {
        ...{ version, outcome, decidedOn, note, confirmLarge, reason, amountAfter: after },
        itemId: reason === 'product_gap' ? value.itemId : null,
        nextRenewalOn: outcome === 'churned' ? null : value.nextRenewalOn,
      }
    })
}

export type OutcomeInput = z.output<ReturnType<typeof outcomeSchema>>

function amountAfter(
  typed: string | undefined,
  outcome: ContractOutcome,
  before: Money,
): Money | { problem: string } {
  if (outcome === 'churned') return { ...before, minor: 0 }
  if (outcome === 'renewed') return before
  if (typed === undefined) return { problem: 'Enter the new amount.' }
  const amount = moneyFrom(typed, before.currency)
  if ('problem' in amount) return amount
  const problem = amountProblem(outcome, amount, before)
  return problem === null ? amount : { problem }
}
