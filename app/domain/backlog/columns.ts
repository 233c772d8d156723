export const BACKLOG_SORTS = [
  'rank',
  'title',
  'arr_at_risk',
  'can_save',
  'accounts',
  'cost',
  'start_by',
  'next_renewal',
] as const
export type BacklogSort = (typeof BACKLOG_SORTS)[number]

export const BACKLOG_COLUMNS = [
  'arr_at_risk',
  'can_save',
  'score',
  'accounts',
  'cost',
  'next_renewal',
  'start_by',
  'status',
  'owner',
] as const
export type BacklogColumn = (typeof BACKLOG_COLUMNS)[number]

/** Columns that stay while an item is open beside the table. */
export const NARROW_COLUMNS: readonly BacklogColumn[] = [
  'arr_at_risk',
  'score',
  'cost',
  'start_by',
  'status',
]

/** Columns that tell revenue, or can be turned into it. */
export const MONEY_COLUMNS: readonly BacklogColumn[] = ['arr_at_risk', 'can_save', 'score']

/** Views that everybody has. `query` is the address without the product line. */
export const STANDARD_VIEWS = [
  { name: 'All open', query: '' },
  { name: 'Urgent', query: 'sort=start_by&startWithin=30' },
  { name: 'Not estimated', query: 'unestimated=1' },
] as const
