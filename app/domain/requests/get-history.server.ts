import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { describeDecision } from '#app/domain/triage/words.ts'
import { itemKey } from '#app/lib/readable-id.ts'
import { itemDecisions, itemMerges } from '#db/schema/items.ts'
import { events } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { requestDecisions, requestMessages } from '#db/schema/requests.ts'

import type { HistoryEntry } from './history-entry.ts'
import { describeEvent, describeMove, TOLD_EVENTS } from './words.ts'

const plain = {
  reasonCode: null,
  words: null,
  revisit: null,
  undone: false,
  asks: false,
  declines: false,
}

/** What happened to a request and, since it came in, to its item: the oldest first. */
export async function getHistory(
  ctx: Context,
  request: { id: number; itemId: number | null; createdAt: Date },
): Promise<HistoryEntry[]> {
  authorize(ctx, 'read')
  const [decisions, messages, moves, merges, deeds] = await Promise.all([
    ctx.db
      .select({ decision: requestDecisions, by: people.name })
      .from(requestDecisions)
      .innerJoin(people, eq(people.id, requestDecisions.decidedBy))
      .where(eq(requestDecisions.requestId, request.id))
      .orderBy(asc(requestDecisions.id))
      .limit(200),
    ctx.db
      .select({ message: requestMessages, by: people.name })
      .from(requestMessages)
      .innerJoin(people, eq(people.id, requestMessages.authorId))
      // Questions and answers stand with their decisions.
      .where(and(eq(requestMessages.requestId, request.id), eq(requestMessages.kind, 'reply')))
      .orderBy(asc(requestMessages.id))
      .limit(200),
    request.itemId === null
      ? []
      : ctx.db
          .select({ move: itemDecisions, by: people.name })
          .from(itemDecisions)
          .leftJoin(people, eq(people.id, itemDecisions.decidedBy))
          .where(
            and(
              eq(itemDecisions.itemId, request.itemId),
              gte(itemDecisions.decidedAt, request.createdAt),
            ),
          )
          .orderBy(asc(itemDecisions.id))
          .limit(200),
    ctx.db
      .select({ merge: itemMerges, by: people.name })
      .from(itemMerges)
      .leftJoin(people, eq(people.id, itemMerges.mergedBy))
      .where(sql`${itemMerges.requestIds} @> ${JSON.stringify([request.id])}::jsonb`)
      .orderBy(asc(itemMerges.id))
      .limit(200),
    ctx.db
      .select({ id: events.id, at: events.at, name: events.name, by: people.name })
      .from(events)
      .leftJoin(people, eq(people.id, events.actorId))
      .where(
        and(
          eq(events.subjectType, 'request'),
          eq(events.subjectId, String(request.id)),
          inArray(events.name, TOLD_EVENTS),
        ),
      )
      .orderBy(asc(events.id))
      .limit(200),
  ])
  return [
    ...decisions.map(({ decision, by }): HistoryEntry => ({
      key: `decision ${decision.id}`,
      at: decision.decidedAt,
      by,
      what: describeDecision(decision),
      reasonCode: decision.reasonCode,
      words: decision.words,
      revisit: decision.revisitCondition,
      undone: decision.undoneAt !== null,
      asks: decision.kind === 'ask_back',
      declines: decision.kind === 'decline',
    })),
    ...messages.map(({ message, by }): HistoryEntry => ({
      ...plain,
      key: `message ${message.id}`,
      at: message.createdAt,
      by,
      what: 'replied',
      words: message.body,
    })),
    ...moves.map(({ move, by }): HistoryEntry => ({
      ...plain,
      key: `move ${move.id}`,
      at: move.decidedAt,
      by,
      what: describeMove(move),
      declines: move.toStatus === 'declined',
      words: move.reason,
    })),
    ...merges.map(({ merge, by }): HistoryEntry => ({
      ...plain,
      key: `merge ${merge.id}`,
      at: merge.mergedAt,
      by,
      what: `merged ${itemKey(merge.fromItemId)} into ${itemKey(merge.intoItemId)}`,
      words: merge.reason,
    })),
    ...deeds.map(({ id, name, ...event }): HistoryEntry => ({
      ...plain,
      ...event,
      key: `event ${id}`,
      what: describeEvent(name),
    })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
}
