import { asc, isNull } from 'drizzle-orm'

import { inTransaction, type Context } from '#app/domain/context.ts'
import { attributeDefinitions } from '#db/schema/accounts.ts'

import { fetchEditableAccount, saveAccount } from './account-records.server.ts'
import type { AttributeDefinition, AttributeValue } from './attributes.ts'

/** The custom attributes in use, by label. */
export function listAttributeDefinitions(ctx: Pick<Context, 'db'>): Promise<AttributeDefinition[]> {
  return ctx.db
    .select({
      key: attributeDefinitions.key,
      label: attributeDefinitions.label,
      type: attributeDefinitions.type,
      choices: attributeDefinitions.choices,
    })
    .from(attributeDefinitions)
    .where(isNull(attributeDefinitions.archivedAt))
    .orderBy(asc(attributeDefinitions.label), asc(attributeDefinitions.key))
    .limit(500)
}

/**
 * Sets the custom attributes that the form knew; the others stay, and null takes one away.
 * The values come from `attributesSchema`, so they have the types of their definitions.
 */
export async function editAttributes(
  ctx: Context,
  input: {
    accountId: number
    version: number
    attributes: Readonly<Record<string, AttributeValue>>
  },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const before = await fetchEditableAccount(ctx, input.accountId)
    const known = Object.entries({ ...before.attributes, ...input.attributes })
    const attributes = Object.fromEntries(known.filter(([, value]) => value !== null))
    await saveAccount(ctx, before, input.version, { attributes }, 'account.attributes_edited')
  })
}
