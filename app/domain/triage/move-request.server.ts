import { authorize, type Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { checkPlace } from '#app/domain/organisation/check-place.server.ts'

import { decide, type Decided, type Decision, type Target } from './decide.server.ts'
import type { MoveInput } from './schemas.ts'

/** A product line, and an area of it. */
export type Place = Omit<MoveInput, 'version'>

/**
 * Moves a request to another product line or area. An item it is linked to stays where it is.
 * @throws forbidden, conflict, invalid (there already, area of another line)
 */
export async function moveRequest(ctx: Context, input: Target & MoveInput): Promise<Decided> {
  authorize(ctx, 'request.triage')
  return decide(ctx, input, moving(input))
}

/** The decision, for one request or many. */
export function moving({ productLineId, areaId }: Place): Decision {
  return {
    kind: 'move',
    action: 'move',
    prepare: async (ctx, request) => {
      await checkPlace(ctx, { productLineId, areaId })
      const to = { productLineId, areaId: areaId ?? null }
      if (request.productLineId === to.productLineId && request.areaId === to.areaId) {
        throw invalid('It is there already.', 'productLineId')
      }
      return {
        set: to,
        event: {
          name: 'request.moved',
          data: { from: { productLineId: request.productLineId, areaId: request.areaId }, to },
        },
      }
    },
  }
}
