import { desc } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { modelVersions } from '#db/schema/organisation.ts'

import { parametersSchema, type ModelParameters } from './parameters.ts'

export type ModelVersion = { id: number; parameters: ModelParameters }

/** The version of the model in force. */
export async function getModelVersion(ctx: Pick<Context, 'db'>): Promise<ModelVersion> {
  const [row] = await ctx.db
    .select({ id: modelVersions.id, parameters: modelVersions.parameters })
    .from(modelVersions)
    .orderBy(desc(modelVersions.id))
    .limit(1)
  if (!row) throw new Error('There is no version of the model')
  return { id: row.id, parameters: parametersSchema.parse(row.parameters) }
}
