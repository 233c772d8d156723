import { eq } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { conflict, invalid } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { calibrateSubmitters } from '#app/domain/outcomes/calibrate-submitters.server.ts'
import { getModelVersion } from '#app/domain/scoring/model-version.server.ts'
import type { ModelParameters } from '#app/domain/scoring/parameters.ts'
import { lockScores, refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { modelVersions } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'

import { findFaults } from './sane.ts'
import { differences } from './values.ts'

type NewVersion = {
  /** The version in force that the change was made against. */
  wasVersionId: number
  reason: string
  parameters: ModelParameters
}

/**
 * Puts parameters in force as a new version of the model, and scores everything by them in the same transaction.
 * The earlier versions stay, for what was scored and published by them.
 * @returns the number of the new version
 * @throws conflict (another version is in force by now), invalid (nothing changed, or no model that could be meant)
 */
export async function saveModelVersion(
  ctx: Context,
  { wasVersionId, reason, parameters }: NewVersion,
): Promise<number> {
  authorize(ctx, 'model.change')
  const [fault] = Object.values(findFaults(parameters))
  if (fault !== undefined) throw invalid(fault)
  return inTransaction(ctx, async (ctx) => {
    // Who scores reads the version in force, so two who save wait here for each other and for every refresh.
    await lockScores(ctx)
    const inForce = await getModelVersion(ctx)
    if (inForce.id !== wasVersionId) throw await changedMeanwhile(ctx, inForce.id)
    const changed = differences(inForce.parameters, parameters)
    if (changed.length === 0) {
      throw invalid(`This is version ${inForce.id}, which is in force. Change a parameter first.`)
    }
    const [version] = await ctx.db
      .insert(modelVersions)
      .values({ parameters, reason, createdBy: ctx.actor.id, createdAt: ctx.now })
      .returning({ id: modelVersions.id })
    if (!version) throw new Error('The version of the model was not stored')
    await recordEvent(ctx, {
      name: 'model.changed',
      subject: ['model_version', version.id],
      data: {
        reason,
        from: Object.fromEntries(changed.map(({ key, from }) => [key, from])),
        to: Object.fromEntries(changed.map(({ key, to }) => [key, to])),
      },
    })
    if (changed.some(({ key }) => key === 'csmPrior')) await calibrateSubmitters(ctx)
    await refreshScores(ctx, 'all')
    return version.id
  })
}

async function changedMeanwhile({ db }: Pick<Context, 'db'>, id: number) {
  const [row] = await db
    .select({ who: people.name })
    .from(modelVersions)
    .leftJoin(people, eq(people.id, modelVersions.createdBy))
    .where(eq(modelVersions.id, id))
  return conflict(
    `${row?.who ?? 'Somebody else'} saved version ${id} since you opened this. What you changed is still here and is now compared with that one; look at it again before you save.`,
  )
}
