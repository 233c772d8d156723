import { desc, eq } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { notFound } from '#app/domain/errors.ts'
import { parametersSchema, type ModelParameters } from '#app/domain/scoring/parameters.ts'
import { modelVersions } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'

import { differences, type Difference } from './values.ts'

const MOST = 200

/** A version of the model; its number is its id. */
export type ModelVersion = {
  id: number
  reason: string
  createdBy: string | null
  createdAt: Date
  parameters: ModelParameters
}

function select({ db }: Pick<Context, 'db'>) {
  return db
    .select({
      id: modelVersions.id,
      reason: modelVersions.reason,
      createdBy: people.name,
      createdAt: modelVersions.createdAt,
      parameters: modelVersions.parameters,
    })
    .from(modelVersions)
    .leftJoin(people, eq(people.id, modelVersions.createdBy))
}

/** Versions of the model, the one in force first, each with what it changed; the first one changed nothing. */
export async function listModelVersions(
  ctx: Context,
): Promise<(ModelVersion & { changed: Difference[] })[]> {
  authorize(ctx, 'read')
  const rows = await select(ctx).orderBy(desc(modelVersions.id)).limit(MOST)
  const versions = rows.map((row) => ({
    ...row,
    parameters: parametersSchema.parse(row.parameters),
  }))
  return versions.map((version, index) => {
    const earlier = versions[index + 1]
    const changed = earlier ? differences(earlier.parameters, version.parameters) : []
    return { ...version, changed }
  })
}

/** One version. Throws not_found. */
export async function getModelVersionById(ctx: Context, id: number): Promise<ModelVersion> {
  authorize(ctx, 'read')
  const [row] = await select(ctx).where(eq(modelVersions.id, id))
  if (!row) throw notFound('This version of the model')
  return { ...row, parameters: parametersSchema.parse(row.parameters) }
}
