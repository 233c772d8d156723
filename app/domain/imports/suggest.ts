import type { ImportKind } from '#db/constants.ts'
import type { Field } from './field.ts'
import { FIELDS } from './fields.ts'
import { normaliseHeader, similarity } from './headers.ts'
import { attributeKey } from './mapping.ts'
import type { AttributeColumn, Mapping, ValueMap } from './mapping.ts'
import type { Preset } from './preset.ts'
import { presetColumns } from './presets.ts'

import { commonValues } from './value-maps.ts'

export type Suggestion = {
  mapping: Mapping
  /** Sentences that a person should read before they accept it. */
  notes: string[]
}

/** Two names are alike when they differ by at most one word in four. */
const ALIKE = 0.85
const MONTHLY = /\b(?:mrr|monthly)\b/

/** Fields that can do without a column of their own: where the file has none, these serve. */
const STAND_INS: Readonly<Record<ImportKind, Readonly<Record<string, readonly string[]>>>> = {
  accounts: { external_id: ['name'] },
  contracts: {},
  opportunities: { name: ['product_line', 'external_id'] },
  requests: {},
  outcomes: {},
}

/**
 * A mapping to begin with: the preset's columns first, then columns whose names resemble a field.
 * It may still lack something (`checkMapping`), and nothing in it is settled by a guess at values.
 */
export function suggestMapping(
  kind: ImportKind,
  columns: readonly string[],
  options: { preset: Preset | null; currency: string },
): Suggestion {
  const { preset, currency } = options
  const fields = FIELDS[kind]
  const chosen = preset ? presetColumns(preset, columns) : {}
  addLookAlikes(chosen, fields, columns)
  const notes = [...(preset?.notes ?? []), ...addStandIns(chosen, kind, fields)]
  const mapping: Mapping = {
    kind,
    source: preset?.source ?? 'csv',
    columns: chosen,
    constants: { ...periodOf(kind, chosen), ...preset?.constants },
    values: valuesOf(fields, preset),
    formats: {},
    attributes: kind === 'accounts' ? attributesOf(columns, chosen, preset) : [],
    currency,
  }
  return { mapping, notes }
}

function addLookAlikes(
  chosen: Record<string, string>,
  fields: readonly Field[],
  columns: readonly string[],
): void {
  const pairs = fields
    .filter(({ key }) => chosen[key] === undefined)
    .flatMap((field) => columns.map((column) => ({ field, column, ...likeness(field, column) })))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score || a.place - b.place)
  const used = new Set(Object.values(chosen))
  for (const { field, column } of pairs) {
    if (chosen[field.key] !== undefined || used.has(column)) continue
    chosen[field.key] = column
    used.add(column)
  }
}

/** How alike a column's name is to a field's names, and which of those it resembles most. */
function likeness(field: Field, column: string): { score: number; place: number } {
  const header = normaliseHeader(column)
  const names = [normaliseHeader(field.key), normaliseHeader(field.label), ...field.aliases]
  const scores = names.map((name) => similarity(name, header))
  const score = Math.max(...scores)
  return { score, place: scores.indexOf(score) }
}

function addStandIns(
  chosen: Record<string, string>,
  kind: ImportKind,
  fields: readonly Field[],
): string[] {
  const notes: string[] = []
  for (const [key, others] of Object.entries(STAND_INS[kind])) {
    const column = others.map((other) => chosen[other]).find((name) => name !== undefined)
    if (chosen[key] !== undefined || column === undefined) continue
    chosen[key] = column
    const label = fields.find((field) => field.key === key)?.label.toLowerCase() ?? key
    notes.push(`The file has no column for ${label}: “${column}” stands in for it.`)
  }
  return notes
}

function periodOf(kind: ImportKind, chosen: Record<string, string>): Record<string, string> {
  const [key, amount] = kind === 'accounts' ? ['arr_period', chosen.arr] : ['period', chosen.amount]
  const has = FIELDS[kind].some((field) => field.key === key)
  if (!has || chosen[key] !== undefined) return {}
  return { [key]: amount !== undefined && MONTHLY.test(normaliseHeader(amount)) ? 'month' : 'year' }
}

function valuesOf(fields: readonly Field[], preset: Preset | null): Record<string, ValueMap> {
  const values: Record<string, ValueMap> = {}
  for (const { key, choices } of fields) {
    if (!choices) continue
    const common = commonValues(key)
    values[key] = { ...common, otherwise: preset?.otherwise?.[key] ?? common.otherwise }
  }
  return values
}

function attributesOf(
  columns: readonly string[],
  chosen: Record<string, string>,
  preset: Preset | null,
): AttributeColumn[] {
  const used = new Set(Object.values(chosen))
  const wanted = (column: string) =>
    preset?.attributes === 'all' || (preset?.attributes === 'custom' && column.endsWith('__c'))
  const keys = new Set<string>()
  return columns
    .filter((column) => !used.has(column) && wanted(column))
    .map((column) => ({ column, key: attributeKey(column.replace(/__c$/, '')) }))
    .filter(({ key }) => !keys.has(key) && keys.add(key))
    .map(({ column, key }) => ({ column, key, type: 'text' }))
}
