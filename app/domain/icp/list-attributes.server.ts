import { asc } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import type { AttributeType } from '#db/constants.ts'
import { attributeDefinitions } from '#db/schema/accounts.ts'

import { DERIVED_ATTRIBUTES } from './derived.ts'
import { customKey, STANDARD_ATTRIBUTES } from './facts.ts'

type AttributeOption = {
  key: string
  label: string
  type: AttributeType
  changeable: boolean
  /** What can be chosen; of any other type none. */
  choices: readonly string[]
}

/** An attribute that a criterion names, whether it can still be asked for or not. */
export type NamedAttribute = AttributeOption & { removed: boolean }

/** Every attribute that a criterion names or ever named: the organisation's own ones also when they are put away. */
export async function namedAttributes(ctx: Pick<Context, 'db'>): Promise<NamedAttribute[]> {
  const own = await ctx.db
    .select({
      key: attributeDefinitions.key,
      label: attributeDefinitions.label,
      type: attributeDefinitions.type,
      changeable: attributeDefinitions.changeable,
      choices: attributeDefinitions.choices,
      archivedAt: attributeDefinitions.archivedAt,
    })
    .from(attributeDefinitions)
    .orderBy(asc(attributeDefinitions.label))
  const given = [...STANDARD_ATTRIBUTES, ...DERIVED_ATTRIBUTES]
  return [
    ...given.map((one) => ({ ...one, choices: [], removed: false })),
    ...own.map(({ key, archivedAt, ...one }) => ({
      ...one,
      key: customKey(key),
      removed: archivedAt !== null,
    })),
  ]
}

/** The attributes that a criterion can name: those every account has, what follows from its contracts, the organisation's own. */
export async function attributeOptions(ctx: Pick<Context, 'db'>): Promise<AttributeOption[]> {
  return (await namedAttributes(ctx)).filter(({ removed }) => !removed)
}

/** Keys of the attributes that a CSM can work on. */
export async function changeableAttributes(ctx: Pick<Context, 'db'>): Promise<Set<string>> {
  const options = await attributeOptions(ctx)
  return new Set(options.filter(({ changeable }) => changeable).map(({ key }) => key))
}
