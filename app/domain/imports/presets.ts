import { IMPORT_KINDS, type ImportKind } from '#db/constants.ts'
import { FIELDS } from './fields.ts'
import { normaliseHeader } from './headers.ts'
import { KNOWN_FILES } from './known-files.ts'
import type { Preset } from './preset.ts'

const CANONICAL: Readonly<Record<ImportKind, readonly string[]>> = {
  accounts: ['external_id', 'name'],
  contracts: ['external_id', 'account_external_id', 'amount', 'period'],
  opportunities: ['external_id', 'account_external_id', 'name', 'close_date'],
  requests: ['external_id', 'title', 'type', 'importance'],
  outcomes: ['contract_external_id', 'decided_on', 'outcome', 'reason'],
}

function canonical(kind: ImportKind): Preset {
  return {
    id: `causeway-${kind}`,
    label: `Causeway ${kind}`,
    kind,
    source: 'causeway',
    signature: CANONICAL[kind],
    columns: Object.fromEntries(FIELDS[kind].map(({ key }) => [key, [key]])),
    attributes: kind === 'accounts' ? 'all' : 'none',
    notes: [],
  }
}

/** The files we know, canonical ones last. */
export const PRESETS: readonly Preset[] = [...KNOWN_FILES, ...IMPORT_KINDS.map(canonical)]

export type PresetMatch = {
  preset: Preset
  /** Share of the preset's signature that the file has, 0 to 1. */
  score: number
}

const ENOUGH = 0.75

/** The presets that fit a file's columns, the best first; `kind` narrows them to one kind. */
export function recognisePresets(columns: readonly string[], kind?: ImportKind): PresetMatch[] {
  const present = new Set(columns.map((column) => column.trim().toLowerCase()))
  return PRESETS.filter((preset) => kind === undefined || preset.kind === kind)
    .map((preset) => {
      const found = preset.signature.filter((name) => present.has(name.toLowerCase()))
      const columns = Object.values(preset.columns).flat()
      const mapped = columns.filter((name) => present.has(name.toLowerCase())).length
      return { preset, score: found.length / preset.signature.length, mapped }
    })
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score || b.mapped - a.mapped)
    .map(({ preset, score }) => ({ preset, score }))
}

/** The columns of a file that a preset takes for its fields. */
export function presetColumns(preset: Preset, columns: readonly string[]): Record<string, string> {
  const byName = new Map(columns.map((column) => [normaliseHeader(column), column]))
  const taken: Record<string, string> = {}
  for (const [field, names] of Object.entries(preset.columns)) {
    const name = names.find((candidate) => byName.has(normaliseHeader(candidate)))
    const column = name === undefined ? undefined : byName.get(normaliseHeader(name))
    if (column !== undefined) taken[field] = column
  }
  return taken
}
