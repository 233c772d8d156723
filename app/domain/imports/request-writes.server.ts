import { z } from 'zod'

import type { Context } from '#app/domain/context.ts'
import type { Fields } from '#app/domain/history.ts'
import { recordManyChanges } from '#app/domain/history.server.ts'
import { keptDoubt } from '#app/domain/requests/proof.ts'
import { fold } from '#app/lib/fold.ts'
import { updateRows } from '#db/batch.ts'
import { EVIDENCES, IMPORTANCES } from '#db/constants.ts'
import { requests } from '#db/schema/requests.ts'

import { defined } from './contract-writes.server.ts'
import type { FieldValues } from './diff.ts'

export type StoredRequest = typeof requests.$inferSelect

/** What a row may change of a request. */
export const requestPatch = z.object({
  title: z.string().optional(),
  body: z.string().optional(),
  importance: z.enum(IMPORTANCES).optional(),
  contactName: z.string().nullable().optional(),
  evidence: z.enum(EVIDENCES).optional(),
  evidenceUrl: z.string().nullable().optional(),
  evidenceQuote: z.string().nullable().optional(),
})

/** What history keeps of an imported request, a field each. */
export function requestFacts(row: StoredRequest): Fields {
  const { title, body, accountId, contactName, productLineId, areaId, type, importance } = row
  const { evidence, evidenceUrl, evidenceQuote, submittedBy } = row
  return {
    ...{ title, body, accountId, contactName, productLineId, areaId, type, importance },
    ...{ evidence, evidenceUrl, evidenceQuote, submittedBy },
  }
}

/** Writes requests that are still at the version read, with their history. */
export async function updateRequests(
  ctx: Context,
  importId: number,
  changed: readonly { before: StoredRequest; fields: FieldValues }[],
): Promise<void> {
  const pairs = changed.map(({ before, fields }) => {
    const given = { ...before, ...defined(requestPatch.parse(fields)) }
    const after = { ...given, ...keptDoubt(before, given) }
    return { before, after: { ...after, titleFold: fold(after.title), bodyFold: fold(after.body) } }
  })
  const versions = await updateRows(
    ctx.db,
    requests,
    [
      ...(['title', 'body', 'titleFold', 'bodyFold', 'importance', 'contactName'] as const),
      ...(['evidence', 'evidenceUrl', 'evidenceQuote'] as const),
      ...(['evidenceDoubt', 'evidenceDoubtedBy'] as const),
    ],
    pairs.map(({ after }) => after),
    ctx.now,
  )
  await recordManyChanges(
    ctx,
    pairs.flatMap(({ before, after }) => {
      const version = versions.get(before.id)
      if (version === undefined) return []
      const subject = { type: 'request' as const, id: before.id, version, importId }
      return [{ subject, before: requestFacts(before), after: requestFacts(after) }]
    }),
  )
}
