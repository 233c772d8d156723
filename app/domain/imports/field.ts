export type FieldType =
  | 'text'
  | 'long_text'
  | 'id'
  | 'ids'
  | 'integer'
  | 'number'
  | 'percent'
  | 'money'
  | 'currency'
  | 'date'
  | 'moment'
  | 'boolean'
  | 'choice'
  | 'email'
  | 'person'
  | 'domain'
  | 'url'

/** A place that a column of a file can be mapped to. */
export type Field = {
  /** The column's name in the canonical file. */
  key: string
  label: string
  type: FieldType
  /** Needs a column, or a fixed value. */
  required: boolean
  help: string
  choices?: readonly string[]
  /** The most characters of a text. */
  max: number
  /** Other names of such a column as `normaliseHeader` writes them; key and label count besides. */
  aliases: readonly string[]
}

type Extra = Partial<Pick<Field, 'required' | 'choices' | 'max' | 'aliases'>>

/** A field that is optional, short and without other names unless `extra` says so. */
export function field(
  key: string,
  label: string,
  type: FieldType,
  help: string,
  extra: Extra = {},
): Field {
  return { key, label, type, help, required: false, max: 200, aliases: [], ...extra }
}
