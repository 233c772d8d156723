import { asc, eq } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import type { DeclineReason, MessageKind, Team } from '#db/constants.ts'
import { people } from '#db/schema/people.ts'
import { requestDecisions, requestMessages } from '#db/schema/requests.ts'

import { describeDecision } from './words.ts'

export type HistoryEntry = { at: Date; by: string; team: Team } & (
  | { entry: 'message'; kind: MessageKind; words: string }
  | {
      entry: 'decision'
      what: string
      words: string | null
      reason: DeclineReason | null
      condition: string | null
      undone: boolean
    }
)

/** What was said and decided about a request, oldest first. Words that are a message stand there once. */
export async function listHistory(
  ctx: Pick<Context, 'db'>,
  requestId: number,
): Promise<HistoryEntry[]> {
  const [messages, decisions] = await Promise.all([
    ctx.db
      .select({
        kind: requestMessages.kind,
        words: requestMessages.body,
        at: requestMessages.createdAt,
        by: people.name,
        team: people.team,
      })
      .from(requestMessages)
      .innerJoin(people, eq(people.id, requestMessages.authorId))
      .where(eq(requestMessages.requestId, requestId))
      .orderBy(asc(requestMessages.id))
      .limit(200),
    ctx.db
      .select({
        kind: requestDecisions.kind,
        requestId: requestDecisions.requestId,
        itemId: requestDecisions.itemId,
        otherRequestId: requestDecisions.otherRequestId,
        billable: requestDecisions.billable,
        words: requestDecisions.words,
        reason: requestDecisions.reasonCode,
        condition: requestDecisions.revisitCondition,
        at: requestDecisions.decidedAt,
        undoneAt: requestDecisions.undoneAt,
        by: people.name,
        team: people.team,
      })
      .from(requestDecisions)
      .innerJoin(people, eq(people.id, requestDecisions.decidedBy))
      .where(eq(requestDecisions.requestId, requestId))
      .orderBy(asc(requestDecisions.id))
      .limit(200),
  ])
  return [
    ...messages.map((row) => ({ entry: 'message' as const, ...row })),
    ...decisions
      .filter(({ kind }) => kind !== 'answer' && kind !== 'ask_back')
      .map((row) => ({
        entry: 'decision' as const,
        at: row.at,
        by: row.by,
        team: row.team,
        what: describeDecision(row),
        words: row.words,
        reason: row.reason,
        condition: row.condition,
        undone: row.undoneAt !== null,
      })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
}
