import { saveModelVersion } from '#app/domain/model/save-model-version.server.ts'
import { withValues } from '#app/domain/model/values.ts'
import { getModelVersion } from '#app/domain/scoring/model-version.server.ts'

import type { Act } from './world.server.ts'

/** The model has been changed once, from what-if to a version with its reason. */
export const MODEL_ACTS: readonly Act[] = [
  {
    ago: 61.3,
    by: 'tomas',
    run: async (ctx) => {
      const { id, parameters } = await getModelVersion(ctx)
      await saveModelVersion(ctx, {
        wasVersionId: id,
        reason: 'New business counts a little more: half of this year’s target is new customers.',
        parameters: withValues(parameters, { 'kind.new_business': 0.6 }),
      })
    },
  },
]
