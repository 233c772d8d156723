export const BACKLOG_SORTS = [
  'rank',
  'title',
  'arr_at_risk',
  'can_save',
  'score',
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

/** Columns that tell revenue, or can be turned into it; the order by one of them tells it too. */
export const MONEY_COLUMNS: readonly (BacklogColumn | BacklogSort)[] = [
  'arr_at_risk',
  'can_save',
  'score',
]

/** Sorts whose first click shows the largest first. */
export const LARGEST_FIRST: readonly BacklogSort[] = [
  'arr_at_risk',
  'can_save',
  'score',
  'accounts',
]

/** Views that everybody has; `query` as `viewQuery` writes it. */
export const STANDARD_VIEWS = [
  { name: 'All open', query: '' },
  { name: 'Urgent', query: 'startWithin=30&sort=start_by' },
  { name: 'Not estimated', query: 'unestimated=1' },
] as const
