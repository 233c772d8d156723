import { asc, desc, eq } from 'drizzle-orm'
import { z } from 'zod'

import type { Context } from '#app/domain/context.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { people } from '#db/schema/people.ts'
import { profileEdits, profileLapsedApprovals } from '#db/schema/profile-history.ts'

import { textChanges, type ComparedCriterion } from './compare-profiles.ts'
import { criterionSchema } from './criteria.ts'

const LIMIT = 100

const keptCriteria = z.array(z.looseObject({ key: z.string(), why: z.string() }))

type Text = { summary: string; criteria: readonly ComparedCriterion[] }

/**
 * The edits of a proposal, newest first: who, when, what changed line by line, and which signatures they made void.
 * @param present the text as it is now
 */
export async function listEdits(ctx: Pick<Context, 'db'>, profileId: number, present: Text) {
  const edits = await ctx.db
    .select({
      id: profileEdits.id,
      textVersion: profileEdits.textVersion,
      summary: profileEdits.summary,
      criteria: profileEdits.criteria,
      by: people.name,
      at: profileEdits.editedAt,
    })
    .from(profileEdits)
    .innerJoin(people, eq(people.id, profileEdits.editedBy))
    .where(eq(profileEdits.profileId, profileId))
    .orderBy(desc(profileEdits.textVersion))
    .limit(LIMIT)
  const lapsed = await ctx.db
    .select({
      editId: profileLapsedApprovals.editId,
      team: profileLapsedApprovals.team,
      name: people.name,
      at: profileLapsedApprovals.approvedAt,
      why: profileLapsedApprovals.why,
    })
    .from(profileLapsedApprovals)
    .innerJoin(profileEdits, eq(profileEdits.id, profileLapsedApprovals.editId))
    .innerJoin(people, eq(people.id, profileLapsedApprovals.approvedBy))
    .where(eq(profileEdits.profileId, profileId))
    .orderBy(asc(profileLapsedApprovals.team))
  const byEdit = groupBy(lapsed, ({ editId }) => editId)
  const texts = edits.map(({ summary, criteria }): Text => ({
    summary,
    criteria: keptCriteria
      .parse(criteria)
      .map((one) => ({ ...criterionSchema.parse(one), key: one.key, why: one.why })),
  }))
  return edits.map(({ id, textVersion, by, at }, index) => ({
    ...{ id, textVersion, by, at },
    changes: textChanges(texts[index] ?? present, texts[index - 1] ?? present),
    lapsed: byEdit.get(id) ?? [],
  }))
}
