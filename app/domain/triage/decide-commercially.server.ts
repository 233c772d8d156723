import { and, eq, isNull } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { fromMajor } from '#app/domain/money.ts'
import { renewTarget } from '#app/domain/requests/targets.server.ts'
import { people } from '#db/schema/people.ts'

import { decide, type Decided, type Decision, type Target } from './decide.server.ts'
import { declining } from './decline-request.server.ts'
import { findCommercialQuestion } from './get-commercial-question.server.ts'
import type { CommercialInput } from './schemas.ts'

type Step<Name extends CommercialInput['step']> = Omit<
  Extract<CommercialInput, { step: Name }>,
  'version'
>

/**
 * The commercial decision on a change request: ask somebody for it; accept (back to triage, to be linked) or decline.
 * Triage asks; triage or the person asked decides.
 * @throws forbidden, conflict, invalid (no change request, not asked for, amount without currency)
 */
export async function decideCommercially(
  ctx: Context,
  input: Target & CommercialInput,
): Promise<Decided> {
  if (input.step === 'ask') {
    authorize(ctx, 'request.triage')
    return decide(ctx, input, asking(input))
  }
  authorize(ctx, 'read')
  const outcome: Decision =
    input.step === 'accept'
      ? accepting(input)
      : { ...declining(input), action: 'decide_commercial' }
  return decide(ctx, input, {
    ...outcome,
    prepare: async (tx, request) => {
      await requireSay(tx, request.id)
      return outcome.prepare(tx, request)
    },
  })
}

function asking({ ownerId, words }: Step<'ask'>): Decision {
  return {
    kind: 'commercial',
    action: 'ask_commercial',
    prepare: async (ctx) => {
      const [owner] = await ctx.db
        .select({ id: people.id })
        .from(people)
        .where(and(eq(people.id, ownerId), isNull(people.deactivatedAt)))
      if (!owner) throw invalid('Choose who decides.', 'ownerId')
      return {
        set: { state: 'commercial' },
        record: { commercialOwnerId: ownerId, words },
        event: { name: 'request.commercial_decision_asked', data: { ownerId } },
        answers: true,
      }
    },
  }
}

function accepting({ billable, amount, currency, words }: Step<'accept'>): Decision {
  return {
    kind: 'commercial',
    action: 'decide_commercial',
    prepare: async (ctx, request) => {
      if (amount !== undefined && !currency) throw invalid('Which currency?', 'currency')
      const money = amount !== undefined && currency ? fromMajor(amount, currency) : null
      return {
        set: { state: 'new', ...(await renewTarget(ctx, request)) },
        record: {
          billable: billable === 'yes',
          amountMinor: money?.minor,
          currency: money?.currency,
          words,
        },
        event: { name: 'request.commercial_accepted', data: { billable: billable === 'yes' } },
        answers: true,
      }
    },
  }
}

/** Throws forbidden unless the actor triages, or is the one who was asked. */
async function requireSay(ctx: Context, requestId: number): Promise<void> {
  const asked = await findCommercialQuestion(ctx, requestId)
  if (asked?.ownerId !== ctx.actor.id) authorize(ctx, 'request.triage')
}
