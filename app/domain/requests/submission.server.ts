import { createHash } from 'node:crypto'

import type { Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { followMerges } from '#app/domain/items/follow-merges.server.ts'
import { checkPlace } from '#app/domain/organisation/check-place.server.ts'
import { fold } from '#app/lib/fold.ts'

import { proofColumns } from './proof.ts'
import type { SubmissionInput } from './schemas.ts'
import { findStakeChoices, resolveStake } from './stake.server.ts'
import { titleOf } from './title.ts'

/**
 * What a form says about a request, checked against the records: the columns and the stake.
 * @param before the request that is corrected, if it is none that is new
 */
export async function resolveSubmission(
  ctx: Pick<Context, 'db' | 'now'>,
  input: Omit<SubmissionInput, 'submissionKey'>,
  before: Parameters<typeof proofColumns>[1] = null,
) {
  const choices = await findStakeChoices(ctx, input.accountId)
  if (!choices) throw invalid('This account does not exist any more. Choose another.', 'accountId')
  await checkPlace(ctx, input)
  const { mode, ...stake } = resolveStake(choices, input, input.productLineId)
  const title = input.title ?? titleOf(input.body)
  return {
    stake,
    columns: {
      title,
      body: input.body,
      titleFold: fold(title),
      bodyFold: fold(input.body),
      accountId: input.accountId,
      contactName: input.contactName ?? null,
      contactRole: input.contactRole ?? null,
      source: input.source,
      goal: input.goal ?? null,
      productLineId: input.productLineId,
      areaId: input.areaId ?? null,
      type: input.type,
      importance: input.importance,
      ...proofColumns(input, before),
      stakeMode: mode,
      itemId: input.sameAs === undefined ? null : await resolveItem(ctx, input.sameAs),
    },
  }
}

/** The item that is asked for already, or the one that it was merged into. */
async function resolveItem(ctx: Pick<Context, 'db'>, itemId: number): Promise<number> {
  const standing = await followMerges(ctx, itemId)
  if (standing === null) {
    throw invalid('This item does not exist any more. Choose another.', 'sameAs')
  }
  return standing
}

/**
 * The key under which a submission is made only once: the form's key together with what was said for whom.
 * A second tab with the same draft but other words is another request, and must not vanish.
 */
export function onceKey({
  submissionKey,
  accountId,
  body,
}: Pick<SubmissionInput, 'submissionKey' | 'accountId' | 'body'>): string | null {
  if (!submissionKey) return null
  const hash = createHash('sha256').update(`${submissionKey}\n${accountId}\n${body}`).digest('hex')
  return hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
