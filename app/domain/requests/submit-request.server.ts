import { and, eq } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { conflict } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { requests } from '#db/schema/requests.ts'

import { forgetDraft } from './drafts.server.ts'
import type { SubmissionInput } from './schemas.ts'
import { writeStake } from './stake.server.ts'
import { onceKey, resolveSubmission } from './submission.server.ts'
import { answerDueAt } from './targets.ts'

/**
 * Takes in what one account asks for. It is new in triage; "same as" an item counts in that item's score at once.
 * The same submission a second time returns the first request and changes nothing.
 *
 * @throws forbidden; invalid beside the field (account, product line, area, item or stake that is no longer there)
 */
export async function submitRequest(
  ctx: Context,
  input: SubmissionInput,
): Promise<{ id: number; created: boolean }> {
  authorize(ctx, 'request.submit')
  return inTransaction(ctx, async (tx) => {
    const key = onceKey(input)
    const settings = await getOrganisation(tx)
    const { columns, stake } = await resolveSubmission(tx, input)
    const [request] = await tx.db
      .insert(requests)
      .values({
        ...columns,
        submissionKey: key,
        submittedBy: tx.actor.id,
        confirmedAt: tx.now,
        answerDueAt: answerDueAt(columns.importance, tx.now, settings),
        createdAt: tx.now,
        updatedAt: tx.now,
      })
      .onConflictDoNothing({ target: requests.submissionKey })
      .returning({ id: requests.id })
    if (!request) return { id: await getSubmitted(tx, key), created: false }

    await writeStake(tx, request.id, stake)
    if (input.submissionKey) await forgetDraft(tx)
    await recordEvent(tx, {
      name: 'request.submitted',
      subject: ['request', request.id],
      data: { accountId: columns.accountId, itemId: columns.itemId },
    })
    if (columns.itemId !== null) {
      await refreshScores(tx, { accountIds: [columns.accountId], itemIds: [columns.itemId] })
    }
    return { id: request.id, created: true }
  })
}

/** The request that the key has made already. */
async function getSubmitted(ctx: Context, key: string | null): Promise<number> {
  const [first] = key
    ? await ctx.db
        .select({ id: requests.id })
        .from(requests)
        .where(and(eq(requests.submissionKey, key), eq(requests.submittedBy, ctx.actor.id)))
    : []
  if (!first) throw conflict('Somebody else has submitted this form. Load the page again.')
  return first.id
}
