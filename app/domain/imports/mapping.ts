import { z } from 'zod'

import { isCurrency } from '#app/domain/money.ts'
import { fold } from '#app/lib/fold.ts'
import { IMPORT_KINDS } from '#db/constants.ts'
import { FIELDS } from './fields.ts'

/** What the cells of a choice mean. Keys are folded cells; the choices themselves need no entry. */
const valueMap = z.object({
  /** Cell to choice; an empty one leaves the field alone. */
  map: z.record(z.string(), z.string()),
  /** For other cells: refuse the row, leave the field alone, or use this choice. */
  otherwise: z.union([z.literal('refuse'), z.literal('ignore'), z.object({ use: z.string() })]),
})
export type ValueMap = z.infer<typeof valueMap>

/** How a column writes numbers and dates; what is missing is refused where it matters. */
const columnFormat = z.object({
  decimalMark: z.enum(['dot', 'comma']).optional(),
  dateOrder: z.enum(['dmy', 'mdy']).optional(),
  /** The day that a month without one stands for. */
  monthDay: z.enum(['first', 'last']).optional(),
})
export type ColumnFormat = z.infer<typeof columnFormat>

const attributeColumn = z.object({
  column: z.string().min(1),
  /** Key of the account's custom attribute. */
  key: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/),
  type: z.enum(['text', 'number', 'boolean', 'date']),
})
export type AttributeColumn = z.infer<typeof attributeColumn>

/** How the columns of a file become records; stored with the import and remembered for its headers. */
export const mappingSchema = z.object({
  kind: z.enum(IMPORT_KINDS),
  /** Source system, half of the upsert key. */
  source: z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/),
  /** Field to column. One column may serve several fields. */
  columns: z.record(z.string(), z.string()),
  /** Field to the value used where there is no column or the cell is blank. */
  constants: z.record(z.string(), z.string()),
  values: z.record(z.string(), valueMap),
  formats: z.record(z.string(), columnFormat),
  attributes: z.array(attributeColumn),
  /** ISO code for amounts that come without one. */
  currency: z.string().refine(isCurrency, 'This is not a currency.'),
})
export type Mapping = z.infer<typeof mappingSchema>

/** What keeps a mapping from being used; `field` or `column` is where to say so. */
export type MappingProblem = { field?: string; column?: string; message: string }

/** Whether the mapping can be used on a file with these columns; empty means yes. */
export function checkMapping(mapping: Mapping, columns: readonly string[]): MappingProblem[] {
  const fields = FIELDS[mapping.kind]
  const problems: MappingProblem[] = []
  for (const { key, label, required, choices } of fields) {
    const column = mapping.columns[key]
    const constant = mapping.constants[key]
    if (column !== undefined && !columns.includes(column)) {
      problems.push({ field: key, message: `The file has no column “${column}”.` })
    }
    if (required && column === undefined && constant === undefined) {
      const fixed = choices ? ', or one value for all rows' : ''
      problems.push({ field: key, message: `${label}: choose a column${fixed}.` })
    }
    if (constant !== undefined && choices && !choices.includes(constant)) {
      problems.push({ field: key, message: `“${constant}” is none of ${choices.join(', ')}.` })
    }
    const values = mapping.values[key]
    const targets = Object.values(values?.map ?? {}).filter((target) => target !== '')
    if (typeof values?.otherwise === 'object') targets.push(values.otherwise.use)
    const wrong = targets.find((target) => !choices?.includes(target))
    if (wrong !== undefined) {
      problems.push({ field: key, message: `“${wrong}” is none of ${choices?.join(', ') ?? ''}.` })
    }
  }
  for (const key of [...Object.keys(mapping.columns), ...Object.keys(mapping.constants)]) {
    if (!fields.some((known) => known.key === key)) {
      problems.push({ field: key, message: `${mapping.kind} have no field “${key}”.` })
    }
  }
  return [...problems, ...checkAttributes(mapping, columns)]
}

function checkAttributes(mapping: Mapping, columns: readonly string[]): MappingProblem[] {
  const problems: MappingProblem[] = []
  const keys = new Set<string>()
  for (const { column, key } of mapping.attributes) {
    if (mapping.kind !== 'accounts') {
      problems.push({ column, message: 'Only accounts have custom attributes.' })
    } else if (!columns.includes(column)) {
      problems.push({ column, message: `The file has no column “${column}”.` })
    } else if (keys.has(key)) {
      problems.push({ column, message: `Two columns would fill the attribute “${key}”.` })
    }
    keys.add(key)
  }
  return problems
}

/** The choice that a cell stands for; undefined to leave the field alone, null when nobody said what it means. */
export function chooseValue(
  cell: string,
  choices: readonly string[],
  values: ValueMap | undefined,
): string | null | undefined {
  const folded = fold(cell)
  const mapped = values?.map[folded]
  if (mapped !== undefined) return mapped || undefined
  const own = choices.find((choice) => choice === folded.replaceAll(/[\s-]+/g, '_'))
  if (own !== undefined) return own
  const otherwise = values?.otherwise ?? 'refuse'
  if (otherwise === 'refuse') return null
  return otherwise === 'ignore' ? undefined : otherwise.use
}

/** The key under which a column's custom attribute is kept: `Güncel Paket` is `guncel_paket`. */
export function attributeKey(column: string): string {
  const key = fold(column)
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_\d]+|_+$/g, '')
    .slice(0, 60)
  return key || 'column'
}
