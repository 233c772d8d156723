import { z } from 'zod'

import { optionalDay, optionalLine, versionField } from '#app/lib/fields.ts'
import type { AttributeType } from '#db/constants.ts'

export type AttributeDefinition = {
  key: string
  label: string
  type: AttributeType
  choices: readonly string[]
}

export type AttributeValue = string | number | boolean | null

const NUMBER = 'Enter a number.'
/** The largest number that an attribute can have, below zero too. */
export const LARGEST_NUMBER = 1e15

/** What a form may carry for one attribute; left out is null. */
function valueSchema({ type, choices }: AttributeDefinition): z.ZodType<AttributeValue> {
  switch (type) {
    case 'text':
      return optionalLine(500)
    case 'number':
      return z
        .number({ error: NUMBER })
        .min(-LARGEST_NUMBER, NUMBER)
        .max(LARGEST_NUMBER, NUMBER)
        .optional()
        .transform((number) => number ?? null)
    case 'boolean':
      return z
        .enum(['yes', 'no'], { error: 'Choose yes or no.' })
        .optional()
        .transform((word) => (word === undefined ? null : word === 'yes'))
    case 'date':
      return optionalDay
    case 'choice':
      return z
        .enum(choices, { error: 'Choose one of the list.' })
        .optional()
        .transform((choice) => choice ?? null)
  }
}

/** The schema of the attribute form, made from the definitions; keys in `attributes` are theirs. */
export function attributesSchema(definitions: readonly AttributeDefinition[]) {
  const shape = Object.fromEntries(
    definitions.map((definition) => [definition.key, valueSchema(definition)]),
  )
  return z.object({ version: versionField, attributes: z.object(shape).prefault({}) })
}

/** The value as a person reads it. */
export function attributeText(value: AttributeValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'number' ? value.toLocaleString('en') : value
}

/** The values as the fields of the form hold them. */
export function attributeInputs(
  attributes: Readonly<Record<string, AttributeValue>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [
      key,
      typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value ?? ''),
    ]),
  )
}
