import { and, eq, inArray, isNull, max, or, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import type { Importance } from '#db/constants.ts'
import { requestDecisions, requestMessages } from '#db/schema/requests.ts'

import { answerDueAt } from './targets.ts'

type Counting = { importance: Importance; settledImportance: Importance | null }
type Came = Counting & { id: number; createdAt: Date }

/** What a request that comes to triage again takes along: its answer is due anew, counted from now. */
export async function renewTarget(ctx: Context, request: Counting): Promise<{ answerDueAt: Date }> {
  return { answerDueAt: await dueAt(ctx, request, ctx.now) }
}

/** What another importance brings along: its own target, counted from when the request last came to triage. */
export async function retarget(ctx: Context, request: Came): Promise<{ answerDueAt: Date }> {
  return { answerDueAt: await dueAt(ctx, request, await cameAt(ctx, request)) }
}

async function dueAt(ctx: Context, request: Counting, since: Date): Promise<Date> {
  const importance = request.settledImportance ?? request.importance
  return answerDueAt(importance, since, await getOrganisation(ctx))
}

/** When a request last came to triage: submitted, sent back with a reply, or by a decision. */
async function cameAt({ db }: Pick<Context, 'db'>, { id, createdAt }: Came): Promise<Date> {
  const stateBefore = sql`${requestDecisions.before} -> 'fields' ->> 'state'`
  const [[reply], [decision]] = await Promise.all([
    db
      .select({ at: max(requestMessages.createdAt) })
      .from(requestMessages)
      .where(and(eq(requestMessages.requestId, id), eq(requestMessages.kind, 'reply'))),
    db
      .select({ at: max(requestDecisions.decidedAt) })
      .from(requestDecisions)
      .where(
        and(
          eq(requestDecisions.requestId, id),
          isNull(requestDecisions.undoneAt),
          or(
            inArray(requestDecisions.kind, ['reopen', 'unlink', 'unmerge']),
            and(
              inArray(requestDecisions.kind, ['retype', 'commercial']),
              inArray(stateBefore, ['answered', 'commercial']),
            ),
          ),
        ),
      ),
  ])
  const moments = [createdAt, reply?.at, decision?.at].flatMap((at) => at?.getTime() ?? [])
  return new Date(Math.max(...moments))
}
