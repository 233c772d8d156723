import { isCurrency } from '#app/domain/money.ts'
import { slug } from '#app/lib/slug.ts'

import { FIELDS } from './fields.ts'
import { attributeKey, type Mapping } from './mapping.ts'
import type { ImportSettings } from './settings.ts'

/** Name of the input that says where a field comes from. */
export const fieldInput = (key: string) => `field.${key}`
/** What that input holds: a column of the file, or one value for all rows. */
export const columnChoice = (column: string) => `column:${column}`
export const valueChoice = (value: string) => `value:${value}`

/** What the input of a field shows for a mapping; empty when the field is left alone. */
export function choiceOf({ columns, constants }: Mapping, key: string): string {
  const [column, constant] = [columns[key], constants[key]]
  if (column !== undefined) return columnChoice(column)
  return constant === undefined ? '' : valueChoice(constant)
}

/** The mapping as the form says it. What its columns prove and the words of choices stay as they are. */
export function mappingFromForm(
  { mapping, columns: fileColumns }: Pick<ImportSettings, 'mapping' | 'columns'>,
  form: FormData,
): Mapping {
  const columns: Record<string, string> = {}
  const constants: Record<string, string> = {}
  for (const { key } of FIELDS[mapping.kind]) {
    const choice = String(form.get(fieldInput(key)) ?? '')
    if (choice.startsWith('column:')) {
      columns[key] = choice.slice('column:'.length)
      const usual = mapping.constants[key]
      // A preset's value for blank cells stays with its column.
      if (usual !== undefined && mapping.columns[key] === columns[key]) constants[key] = usual
    } else if (choice.startsWith('value:')) {
      constants[key] = choice.slice('value:'.length)
    }
  }
  const currency = String(form.get('currency') ?? '')
  const kept = new Set(form.getAll('attribute').map(String))
  const known = new Map(mapping.attributes.map((attribute) => [attribute.column, attribute]))
  return {
    ...mapping,
    source:
      slug(String(form.get('source') ?? ''))
        .slice(0, 40)
        .replace(/^[^a-z]+/, '') || 'csv',
    currency: isCurrency(currency) ? currency : mapping.currency,
    columns,
    constants,
    attributes: fileColumns
      .filter((column) => kept.has(column))
      .map((column) => known.get(column) ?? newAttribute(column)),
  }
}

function newAttribute(column: string): Mapping['attributes'][number] {
  return { column, key: attributeKey(column.replace(/__c$/, '')), type: 'text' }
}
