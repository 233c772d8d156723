import { may } from '#app/auth/permissions.ts'
import type { Context } from '#app/domain/context.ts'
import { toMajor } from '#app/domain/money.ts'

import { textChanges, versionBefore } from './compare-profiles.ts'
import { readCriterionRows } from './current-criteria.server.ts'
import type { Effect } from './effect.ts'
import { listProfileVersions } from './get-profile.server.ts'
import { storedCriterion } from './weights.ts'

/** All versions of a line, newest first, each with what it says otherwise than the one before, and what that changed. */
export async function tellVersions(ctx: Context, productLineId: number) {
  const versions = await listProfileVersions(ctx, productLineId)
  const rows = await readCriterionRows(
    ctx,
    versions.map(({ id }) => id),
  )
  const text = ({ id, summary }: Pick<(typeof versions)[number], 'id' | 'summary'>) => ({
    summary,
    criteria: (rows.get(id) ?? []).map((row) => ({
      ...storedCriterion(row),
      ...{ key: row.key, why: row.why },
    })),
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
