import { asc, isNull } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { attributeDefinitions } from '#db/schema/accounts.ts'

import { DERIVED_ATTRIBUTES } from './derived.ts'
import { customKey, STANDARD_ATTRIBUTES } from './facts.ts'

export type AttributeOption = { key: string; label: string; type: string; changeable: boolean }

/** The attributes that a criterion can name: those every account has, what follows from its contracts, the organisation's own. */
export async function attributeOptions(ctx: Pick<Context, 'db'>): Promise<AttributeOption[]> {
  const own = await ctx.db
    .select({
      key: attributeDefinitions.key,
      label: attributeDefinitions.label,
      type: attributeDefinitions.type,
      changeable: attributeDefinitions.changeable,
    })
    .from(attributeDefinitions)
    .where(isNull(attributeDefinitions.archivedAt))
    .orderBy(asc(attributeDefinitions.label))
  return [
    ...STANDARD_ATTRIBUTES,
    ...DERIVED_ATTRIBUTES,
    ...own.map((row) => ({ ...row, key: customKey(row.key) })),
  ]
}
