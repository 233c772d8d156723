import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { isOneOf } from '#db/batch.ts'
import { requests } from '#db/schema/requests.ts'
import { calibrations, scoreFacts } from '#db/schema/scores.ts'

import { submitterFacts, type SubmitterFact } from './facts.ts'
import { loadAllBlockers, loadSubmitters } from './load-submitters.server.ts'
import type { ModelVersion } from './model-version.server.ts'
import { dilutionOf, weighSubmitters, type SubmitterWeight } from './submitters.ts'
import type { SubmitterInput } from './types.ts'
import { isOfSubmitter, writeSubmitterFacts } from './write-facts.server.ts'

type Writer = Pick<Context, 'db' | 'now'>
type At = { today: IsoDate; model: ModelVersion; momentId: number }

/**
 * Keeps what each person claims now, and says whose accounts must be scored again because that weighs another than they
 * were scored by: a blocker here changes what the same person's blockers weigh everywhere else.
 * @returns ids of accounts
 */
export async function followSubmitters(ctx: Writer, at: At): Promise<number[]> {
  const before = await readKept(ctx)
  const after = await readSubmitters(ctx)
  await writeSubmitterFacts(ctx, at.momentId, submitterFacts(after))

  const [was, is] = [before, after].map((people) =>
    weighSubmitters(people, at.today, at.model.parameters),
  )
  const ids = [...new Set([...before, ...after].map(({ id }) => id))]
  const moved = (of: (weight: SubmitterWeight) => number) =>
    ids.filter((id) => differ(was?.get(id), is?.get(id), of)).map(Number)
  const diluted = moved(dilutionOf)
  const calibrated = moved(({ calibration }) => calibration)
  return diluted.length + calibrated.length === 0 ? [] : accountsOf(ctx, diluted, calibrated)
}

/** Those whose claims may weigh other than 1. */
async function readSubmitters(ctx: Writer): Promise<SubmitterInput[]> {
  const blockers = groupBy(await loadAllBlockers(ctx), (one) => one.submittedBy)
  const measured = await ctx.db.select({ id: calibrations.personId }).from(calibrations)
  const ids = new Set([...blockers.keys(), ...measured.map(({ id }) => id)])
  const submitters = await loadSubmitters(ctx, [...ids])
  return submitters.map(({ id, ...submitter }) => ({
    ...submitter,
    id: String(id),
    blockers: (blockers.get(id) ?? []).map(({ confirmedOn }) => confirmedOn).sort(),
  }))
}

/** The same as it was when the stored scores were made. */
async function readKept({ db }: Writer): Promise<SubmitterInput[]> {
  const rows = await db
    .select({ content: sql<SubmitterFact>`${scoreFacts.content}` })
    .from(scoreFacts)
    .where(and(isNull(scoreFacts.until), isOfSubmitter))
  return rows.map(({ content }) => content.submitter)
}

function differ(
  was: SubmitterWeight | undefined,
  is: SubmitterWeight | undefined,
  of: (weight: SubmitterWeight) => number,
): boolean {
  return (was ? of(was) : 1) !== (is ? of(is) : 1)
}

/** Accounts of the blockers of some, and of all claims of others. */
async function accountsOf(
  { db }: Writer,
  diluted: readonly number[],
  calibrated: readonly number[],
): Promise<number[]> {
  const rows = await db
    .selectDistinct({ id: requests.accountId })
    .from(requests)
    .where(
      and(
        isNull(requests.settledImportance),
        or(
          isOneOf(requests.submittedBy, calibrated),
          and(isOneOf(requests.submittedBy, diluted), eq(requests.importance, 'blocker')),
        ),
        or(isNotNull(requests.itemId), eq(requests.state, 'declined')),
      ),
    )
  return rows.map(({ id }) => id)
}
