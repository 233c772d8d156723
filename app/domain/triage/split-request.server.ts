import { authorize, type Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { fold } from '#app/lib/fold.ts'

import { decide, type Decided, type Target } from './decide.server.ts'
import type { TriagedRequest } from './get-facts.server.ts'
import { requireLinkable } from './link-to-item.server.ts'
import { insertPart, type Part } from './part.server.ts'
import { refusal } from './rules.ts'
import type { SplitInput } from './schemas.ts'

/**
 * Makes several requests of one that asks for several things. The first part keeps the number and its state,
 * the others are new requests of the same account; each is linked to its item, or left for triage.
 * @throws forbidden, conflict, invalid (a part that cannot be linked)
 */
export async function splitRequest(
  ctx: Context,
  { parts, ...target }: Target & SplitInput,
): Promise<Decided> {
  authorize(ctx, 'request.triage')
  return decide(ctx, target, {
    kind: 'split',
    action: 'split',
    prepare: async (tx, request) => {
      const [first, ...others] = parts
      if (!first || others.length === 0) throw invalid('A split has at least two parts.', 'parts')
      for (const [index, part] of parts.entries()) await checkPart(tx, request, part, index)
      const requestIds: number[] = []
      for (const part of others) requestIds.push(await insertPart(tx, request, part))
      return {
        set: {
          ...textOf(first),
          ...(first.itemId !== undefined && { itemId: first.itemId, state: 'linked' as const }),
        },
        record: { itemId: first.itemId },
        event: { name: 'request.split', data: { into: [request.id, ...requestIds] } },
        answers: first.itemId !== undefined,
        made: { requestIds },
        itemIds: others.flatMap(({ itemId }) => itemId ?? []),
      }
    },
  })
}

function textOf({ title, body }: Part) {
  return { title, body, titleFold: fold(title), bodyFold: fold(body) }
}

async function checkPart(ctx: Context, request: TriagedRequest, part: Part, index: number) {
  if (part.itemId === undefined) return
  const refused = refusal('link', request)
  if (refused) throw invalid(refused, `parts[${index}].itemId`)
  await requireLinkable(ctx, part.itemId)
}
