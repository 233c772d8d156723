import { asc, inArray } from 'drizzle-orm'

import { may } from '#app/auth/permissions.ts'
import type { Context } from '#app/domain/context.ts'
import { toMajor } from '#app/domain/money.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { profileCriteria } from '#db/schema/profiles.ts'

import { textChanges, versionBefore } from './compare-profiles.ts'
import type { Effect } from './effect.ts'
import { listProfileVersions } from './get-profile.server.ts'
import { storedCriterion } from './weights.ts'

/** All versions of a line, newest first, each with what it says otherwise than the one before, and what that changed. */
export async function tellVersions(ctx: Context, productLineId: number) {
  const versions = await listProfileVersions(ctx, productLineId)
  const rows = await ctx.db
    .select()
    .from(profileCriteria)
    .where(
      inArray(
        profileCriteria.profileId,
        versions.map(({ id }) => id),
      ),
    )
    .orderBy(asc(profileCriteria.profileId), asc(profileCriteria.position))
  const criteria = groupBy(
    rows.map((row) => ({
      ...storedCriterion(row),
      ...{ profileId: row.profileId, key: row.key, why: row.why },
    })),
    ({ profileId }) => profileId,
  )
  const text = ({ id, summary }: Pick<(typeof versions)[number], 'id' | 'summary'>) => ({
    summary,
    criteria: criteria.get(id) ?? [],
  })
  return versions.map(({ effect, ...version }) => {
    const before = versionBefore(versions, version.number)
    return {
      ...version,
      since: before?.number ?? null,
      changes: before ? textChanges(text(before), text(version)) : [],
      effect: effect && tellEffect(ctx, effect),
    }
  })
}

type StoredEffect = Omit<Effect, 'arr'> & { arrMinor: number }

function tellEffect({ actor }: Context, { arrMinor: minor, currency, ...effect }: StoredEffect) {
  const arr = may(actor, 'revenue.read') ? toMajor({ minor, currency }) : null
  return { ...effect, arr, currency }
}
