import { z } from 'zod'

import { accountFacts, type AccountRow } from '#app/domain/accounts/account-records.server.ts'
import type { Context } from '#app/domain/context.ts'
import { recordManyChanges } from '#app/domain/history.server.ts'
import { fold } from '#app/lib/fold.ts'
import { nextIds, updateRows } from '#db/batch.ts'
import { HEALTH_COLOURS, LIFECYCLES } from '#db/constants.ts'
import { accountExternalIds, accounts } from '#db/schema/accounts.ts'

import { defined } from './contract-writes.server.ts'
import type { FieldValue, FieldValues } from './diff.ts'
import { customOf } from './plan-account.ts'

const text = z.string().nullable().optional()
const number = z.int().nullable().optional()

const accountPatch = z.object({
  name: z.string().optional(),
  domain: text,
  ownerId: number,
  lifecycle: z.enum(LIFECYCLES).optional(),
  segment: text,
  industry: text,
  region: text,
  employees: number,
  plan: text,
  healthScore: number,
  healthColour: z.enum(HEALTH_COLOURS).nullable().optional(),
})

const customValue = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** Custom attributes as they are after a change; null takes one away. */
function withCustom(before: AccountRow['attributes'], fields: FieldValues) {
  const changed = customOf<FieldValue | undefined>(fields)
  const all = Object.entries({ ...before, ...changed }).flatMap(([key, value]) => {
    const read = customValue.parse(value)
    return read === null ? [] : [[key, read] as const]
  })
  return Object.fromEntries(all)
}

/** Stores new accounts with their ids in the source and their history; the numbers in the same order. */
export async function insertAccounts(
  ctx: Context,
  importId: number,
  drafts: readonly { source: string; externalId: string; fields: FieldValues }[],
): Promise<number[]> {
  if (drafts.length === 0) return []
  const ids = await nextIds(ctx.db, accounts, drafts.length)
  const values = drafts.map(({ fields }, i) => {
    const patch = accountPatch.required({ name: true }).parse(fields)
    return {
      ...patch,
      id: ids[i],
      nameFold: fold(patch.name),
      attributes: withCustom({}, fields),
      createdAt: ctx.now,
      updatedAt: ctx.now,
    }
  })
  const rows = await ctx.db.insert(accounts).overridingSystemValue().values(values).returning()
  await ctx.db
    .insert(accountExternalIds)
    .values(
      drafts.map(({ source, externalId }, i) => ({ source, externalId, accountId: ids[i] ?? 0 })),
    )
  await recordManyChanges(
    ctx,
    rows.map((row) => ({
      subject: { type: 'account', id: row.id, version: row.version, importId },
      before: null,
      after: accountFacts(row),
    })),
  )
  return ids
}

/** Writes accounts that are still at the version read, with their history. Fields of nobody are passed over. */
export async function updateAccounts(
  ctx: Context,
  importId: number,
  changed: readonly { before: AccountRow; fields: FieldValues }[],
): Promise<void> {
  const pairs = changed
    .map(({ before, fields }) => {
      const patch = defined(accountPatch.parse(fields))
      const after = { ...before, ...patch, attributes: withCustom(before.attributes, fields) }
      return { before, after: { ...after, nameFold: fold(after.name) } }
    })
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
  const versions = await updateRows(
    ctx.db,
    accounts,
    [
      ...(['name', 'nameFold', 'domain', 'ownerId', 'lifecycle', 'segment'] as const),
      ...(['industry', 'region', 'employees', 'plan', 'healthScore', 'healthColour'] as const),
      'attributes',
    ],
    pairs.map(({ after }) => after),
    ctx.now,
  )
  await recordManyChanges(
    ctx,
    pairs.flatMap(({ before, after }) => {
      const version = versions.get(before.id)
      if (version === undefined) return []
      const subject = { type: 'account' as const, id: before.id, version, importId }
      return [{ subject, before: accountFacts(before), after: accountFacts(after) }]
    }),
  )
}
