import { and, arrayContains, eq, gt, isNotNull, isNull, lte, or, sql, type SQL } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { notFound } from '#app/domain/errors.ts'
import { modelVersions } from '#db/schema/organisation.ts'
import { scoreFacts, scoreMoments } from '#db/schema/scores.ts'

import { fromFacts, itemSubject, type Fact } from './facts.ts'
import { isOfSubmitter } from './write-facts.server.ts'
import { parametersSchema } from './parameters.ts'
import type { KeptMoment } from './replay.ts'

type Reader = Pick<Context, 'db'>

/** A kept moment, and by which version of the model it was scored. */
export type KeptVersion = KeptMoment & { modelVersionId: number }

type Stored = Pick<Fact, 'subject' | 'itemIds' | 'content'>

/** Everything that the scores were made of at a moment, to be replayed. Throws not_found. */
export async function loadMoment(ctx: Reader, momentId: number): Promise<KeptVersion> {
  return momentOf(ctx, momentId, await readFacts(ctx, momentId))
}

/**
 * Of each moment the part that the score of one item can depend on: the exposures that ask for it at any of them, and
 * the items that those ask for. In the order of the moments.
 */
export async function loadMomentsOfItem(
  ctx: Reader,
  momentIds: readonly number[],
  itemId: number,
): Promise<KeptVersion[]> {
  const asking = await ctx.db
    .selectDistinct({ subject: scoreFacts.subject })
    .from(scoreFacts)
    .where(
      and(
        arrayContains(scoreFacts.itemIds, [itemId]),
        isNotNull(scoreFacts.accountId),
        or(...momentIds.map(heldAt)),
      ),
    )
  const exposures: Stored[][] = []
  for (const id of momentIds) {
    exposures.push(await readFacts(ctx, id, among(asking.map(({ subject }) => subject))))
  }
  const named = new Set(exposures.flat().flatMap(({ itemIds }) => itemIds))
  const items = among([...named.add(itemId)].map(itemSubject))
  const moments: KeptVersion[] = []
  for (const [i, id] of momentIds.entries()) {
    const others = await readFacts(ctx, id, or(items, isOfSubmitter))
    const facts = [...(exposures[i] ?? []), ...others]
    moments.push(await momentOf(ctx, id, facts))
  }
  return moments
}

/** What held at a moment. */
function heldAt(momentId: number): SQL | undefined {
  return and(
    lte(scoreFacts.since, momentId),
    or(isNull(scoreFacts.until), gt(scoreFacts.until, momentId)),
  )
}

const among = (subjects: readonly string[]) =>
  sql`${scoreFacts.subject} = any(${sql.param([...subjects])}::text[])`

async function readFacts({ db }: Reader, momentId: number, which?: SQL): Promise<Stored[]> {
  const rows = await db
    .select({
      subject: scoreFacts.subject,
      itemIds: scoreFacts.itemIds,
      // Written from `Fact` alone; a field that came later must be one that may be absent.
      content: sql<Fact['content']>`${scoreFacts.content}`,
    })
    .from(scoreFacts)
    .where(and(heldAt(momentId), which))
  return rows
}

async function momentOf(
  { db }: Reader,
  momentId: number,
  facts: readonly Stored[],
): Promise<KeptVersion> {
  const [moment] = await db
    .select({
      today: scoreMoments.day,
      modelVersionId: modelVersions.id,
      parameters: modelVersions.parameters,
    })
    .from(scoreMoments)
    .innerJoin(modelVersions, eq(modelVersions.id, scoreMoments.modelVersionId))
    .where(eq(scoreMoments.id, momentId))
  if (!moment) throw notFound('The moment')
  const parameters = parametersSchema.parse(moment.parameters)
  return { ...moment, parameters, ...fromFacts(facts, moment.today) }
}
