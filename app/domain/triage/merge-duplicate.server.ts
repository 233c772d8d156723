import { asc, inArray } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { requestKey } from '#app/lib/readable-id.ts'
import { requests } from '#db/schema/requests.ts'

import { decide, type Decided, type Target } from './decide.server.ts'
import { mergeRefusal } from './rules.ts'
import type { MergeInput } from './schemas.ts'

/**
 * Merges a request into another of the same account that says the same. Nothing carries over: the other one counts.
 * @throws forbidden, conflict, invalid (another account, itself, a duplicate)
 */
export async function mergeDuplicate(
  ctx: Context,
  { otherId, ...target }: Target & MergeInput,
): Promise<Decided> {
  authorize(ctx, 'request.triage')
  return decide(ctx, target, {
    kind: 'merge',
    action: 'merge',
    prepare: async (tx, request) => {
      const other = await lockBoth(tx, request.id, otherId)
      const refused = mergeRefusal(request, other)
      if (refused) throw invalid(refused, 'otherId')
      return {
        set: { state: 'duplicate', duplicateOfId: otherId, itemId: null },
        record: { otherRequestId: otherId },
        event: { name: 'request.merged', data: { into: otherId } },
        answers: true,
      }
    },
  })
}

/** In the order of their numbers, so that two merges in opposite directions wait for each other. */
async function lockBoth(ctx: Context, requestId: number, otherId: number) {
  const rows = await ctx.db
    .select({ id: requests.id, accountId: requests.accountId, state: requests.state })
    .from(requests)
    .where(inArray(requests.id, [requestId, otherId]))
    .orderBy(asc(requests.id))
    .for('no key update')
  const other = rows.find((row) => row.id === otherId)
  if (!other) throw invalid(`${requestKey(otherId)} does not exist.`, 'otherId')
  return other
}
