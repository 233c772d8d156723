import { z } from 'zod'

import {
  opportunityFacts,
  toOpportunity,
  type Opportunity,
} from '#app/domain/accounts/opportunity-records.server.ts'
import type { Context } from '#app/domain/context.ts'
import { recordManyChanges } from '#app/domain/history.server.ts'
import { nextIds, updateRows } from '#db/batch.ts'
import { OPPORTUNITY_KINDS, OPPORTUNITY_STATES } from '#db/constants.ts'
import { opportunities } from '#db/schema/accounts.ts'

import { defined } from './contract-writes.server.ts'
import type { FieldValues } from './diff.ts'

const opportunityPatch = z.object({
  accountId: z.int().optional(),
  name: z.string().optional(),
  kind: z.enum(OPPORTUNITY_KINDS).optional(),
  amount: z.object({ minor: z.number(), currency: z.string() }).nullable().optional(),
  stage: z.string().nullable().optional(),
  state: z.enum(OPPORTUNITY_STATES).optional(),
  probability: z.int().nullable().optional(),
  closesOn: z.string().nullable().optional(),
  productLineId: z.int().nullable().optional(),
})

const newOpportunity = opportunityPatch.required({ accountId: true, name: true, kind: true })

/** Stores new opportunities with their history; the numbers in the same order. */
export async function insertOpportunities(
  ctx: Context,
  importId: number,
  drafts: readonly { source: string; externalId: string; fields: FieldValues }[],
): Promise<number[]> {
  if (drafts.length === 0) return []
  const ids = await nextIds(ctx.db, opportunities, drafts.length)
  const values = drafts.map(({ source, externalId, fields }, i) => {
    const { amount, ...rest } = newOpportunity.parse(fields)
    const money = { amountMinor: amount?.minor, currency: amount?.currency }
    const stamps = { createdAt: ctx.now, updatedAt: ctx.now }
    return { ...rest, ...money, ...stamps, id: ids[i], source, externalId }
  })
  const rows = await ctx.db.insert(opportunities).overridingSystemValue().values(values).returning()
  await recordManyChanges(
    ctx,
    rows.map((row) => ({
      subject: { type: 'opportunity', id: row.id, version: row.version, importId },
      before: null,
      after: opportunityFacts(toOpportunity(row)),
    })),
  )
  return ids
}

/** Writes opportunities that are still at the version read, with their history. */
export async function updateOpportunities(
  ctx: Context,
  importId: number,
  changed: readonly { before: Opportunity; fields: FieldValues }[],
): Promise<void> {
  const pairs = changed.map(({ before, fields }) => ({
    before,
    after: { ...before, ...defined(opportunityPatch.parse(fields)) },
  }))
  const versions = await updateRows(
    ctx.db,
    opportunities,
    [
      ...(['accountId', 'name', 'kind', 'amountMinor', 'currency', 'stage', 'state'] as const),
      ...(['probability', 'closesOn', 'productLineId'] as const),
    ],
    pairs.map(({ after: { amount, ...after } }) => ({
      ...after,
      amountMinor: amount?.minor ?? null,
      currency: amount?.currency ?? null,
    })),
    ctx.now,
  )
  await recordManyChanges(
    ctx,
    pairs.flatMap(({ before, after }) => {
      const version = versions.get(before.id)
      if (version === undefined) return []
      const subject = { type: 'opportunity' as const, id: before.id, version, importId }
      return [{ subject, before: opportunityFacts(before), after: opportunityFacts(after) }]
    }),
  )
}
