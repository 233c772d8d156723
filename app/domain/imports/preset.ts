import type { ImportKind } from '#db/constants.ts'
import type { ValueMap } from './mapping.ts'

/** A file of a known system: its columns, and what to do with them. */
export type Preset = {
  id: string
  label: string
  kind: ImportKind
  source: string
  /** Columns that tell the file from others. */
  signature: readonly string[]
  /** Field to the columns that may hold it, the first present one is taken. */
  columns: Readonly<Record<string, readonly string[]>>
  constants?: Readonly<Record<string, string>>
  /** For cells that are neither our choices nor common words. */
  otherwise?: Readonly<Record<string, ValueMap['otherwise']>>
  /** Which further columns become custom attributes: all, Salesforce's custom ones, or none. */
  attributes: 'all' | 'custom' | 'none'
  /** What a person should know before they go on. */
  notes: readonly string[]
}
