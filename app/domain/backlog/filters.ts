import { z } from 'zod'

import { line, recordId } from '#app/lib/fields.ts'
import { ITEM_STATUSES, ITEM_TYPES, OPEN_ITEM_STATUSES, type ItemStatus } from '#db/constants.ts'

import { BACKLOG_COLUMNS, BACKLOG_SORTS, type BacklogColumn } from './columns.ts'

const DEFAULT_COLUMNS: readonly BacklogColumn[] = BACKLOG_COLUMNS

const list = <T extends string>(values: readonly T[]) =>
  z.array(z.enum(values as readonly [T, ...T[]])).catch([])
const numeral = recordId.nullable().catch(null)

/** What the backlog's address can say. An unreadable part is left out rather than refused: links live long. */
const Filters = z.object({
  line: z.string().max(100).nullable().catch(null),
  area: numeral,
  owner: numeral,
  account: numeral,
  segment: line('', 200).nullable().catch(null),
  status: list(ITEM_STATUSES),
  type: list(ITEM_TYPES),
  q: line('', 200).nullable().catch(null),
  /** Only items that must be started within so many days (or should have been). */
  startWithin: z.coerce.number().int().min(0).max(3650).nullable().catch(null),
  unestimated: z.literal('1').nullable().catch(null),
  sort: z.enum(BACKLOG_SORTS).catch('rank'),
  direction: z.enum(['up', 'down']).nullable().catch(null),
  columns: list(BACKLOG_COLUMNS),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type BacklogFilters = z.output<typeof Filters>

/** What a view keeps: all but the line, which it can show for any, and the page. */
const KEPT = [
  'area',
  'owner',
  'account',
  'segment',
  'status',
  'type',
  'q',
  'startWithin',
  'unestimated',
  'sort',
  'direction',
  'columns',
] as const satisfies readonly (keyof BacklogFilters)[]

/** Reads the filters from the address; status is the open ones unless it is named. */
export function parseBacklogFilters(search: URLSearchParams): BacklogFilters {
  const parsed = Filters.parse({
    ...Object.fromEntries(search),
    line: search.get('line'),
    area: search.get('area') ?? undefined,
    status: search.getAll('status'),
    type: search.getAll('type'),
    columns: search.getAll('columns'),
  })
  const status: readonly ItemStatus[] =
    parsed.status.length > 0 ? parsed.status : OPEN_ITEM_STATUSES
  return {
    ...parsed,
    status: ITEM_STATUSES.filter((one) => status.includes(one)),
    type: ITEM_TYPES.filter((one) => parsed.type.includes(one)),
    columns: parsed.columns.length > 0 ? [...new Set(parsed.columns)] : [...DEFAULT_COLUMNS],
  }
}

/** The address of a view without what goes without saying, so that two that show the same are the same. */
export function viewQuery(search: URLSearchParams): string {
  const filters = parseBacklogFilters(search)
  const plain = parseBacklogFilters(new URLSearchParams())
  const said = KEPT.filter((name) => String(filters[name]) !== String(plain[name]))
  return new URLSearchParams(
    said.flatMap((name) => [filters[name]].flat().map((value) => [name, String(value)])),
  ).toString()
}
