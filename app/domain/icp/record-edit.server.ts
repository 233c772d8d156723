import { asc, eq } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { profileLapsedApprovals, profileEdits } from '#db/schema/profile-history.ts'
import { profileApprovals, profileCriteria, profiles } from '#db/schema/profiles.ts'

/** The text of a proposal as it stands, before an edit replaces it; undefined where there is none. */
export async function readText({ db }: Pick<Context, 'db'>, profileId: number) {
  const [text] = await db
    .select({
      textVersion: profiles.version,
      summary: profiles.summary,
      reason: profiles.reason,
    })
    .from(profiles)
    .where(eq(profiles.id, profileId))
  if (!text) return undefined
  const criteria = await db
    .select({
      key: profileCriteria.key,
      kind: profileCriteria.kind,
      label: profileCriteria.label,
      attribute: profileCriteria.attribute,
      operator: profileCriteria.operator,
      operand: profileCriteria.operand,
      points: profileCriteria.points,
      why: profileCriteria.why,
    })
    .from(profileCriteria)
    .where(eq(profileCriteria.profileId, profileId))
    .orderBy(asc(profileCriteria.position))
  return { ...text, criteria }
}

/** Keeps the text that an edit replaced, and the signatures that it makes void; in the transaction of the edit. */
export async function recordEdit(
  ctx: Context,
  profileId: number,
  earlier: NonNullable<Awaited<ReturnType<typeof readText>>>,
): Promise<void> {
  const [edit] = await ctx.db
    .insert(profileEdits)
    .values({ profileId, ...earlier, editedBy: ctx.actor.id, editedAt: ctx.now })
    .returning({ id: profileEdits.id })
  if (!edit) throw new Error('The edit was not written')
  const lapsed = await ctx.db
    .delete(profileApprovals)
    .where(eq(profileApprovals.profileId, profileId))
    .returning()
  if (lapsed.length === 0) return
  await ctx.db.insert(profileLapsedApprovals).values(
    lapsed.map(({ team, approvedBy, approvedAt, why }) => ({
      ...{ editId: edit.id, team, approvedBy, approvedAt, why },
    })),
  )
}
