import type { Context } from '#app/domain/context.ts'
import { previewImportances } from '#app/domain/scoring/preview.server.ts'

import type { TriagedRequest } from './get-facts.server.ts'
import { refusal } from './rules.ts'

/** Where the item ranks by the CSM's importance, and where by Product's. */
export type ImportanceEffect = { itemId: number; csm: number; product: number }

/**
 * What the choice between the two importances would do to the rank of the request's item: the one that it is linked to,
 * that its submitter named, or that it resembles most. Null while they agree or one is settled, and without such an item.
 */
export async function findImportanceEffect(
  ctx: Pick<Context, 'db' | 'now'>,
  request: TriagedRequest,
  first: { id: number } | undefined,
): Promise<ImportanceEffect | null> {
  const { importance, productImportance, settledImportance } = request
  const differ = productImportance !== null && productImportance !== importance
  if (!differ || settledImportance !== null) return null
  const linkable = request.state === 'linked' || refusal('link', request) === null
  const itemId = request.itemId ?? first?.id
  if (!linkable || itemId === undefined) return null
  const [csm = null, product = null] = await previewImportances(ctx, request, itemId, [
    null,
    productImportance,
  ])
  return csm === null || product === null ? null : { itemId, csm, product }
}
