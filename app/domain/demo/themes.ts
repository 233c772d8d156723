import type { Theme } from './theme.ts'
import { DASHBOARDS, INSIGHT } from './themes-analytics.ts'
import { ADMINISTRATION, EVERYDAY } from './themes-everyday.ts'
import { IDENTITY } from './themes-identity.ts'
import { INTEGRATIONS } from './themes-integrations.ts'
import { INVOICING } from './themes-invoicing.ts'
import { ORDERS } from './themes-orders.ts'

/** Every item of the demo company, the one that is merged away included. */
export const THEMES: readonly Theme[] = [
  ...IDENTITY,
  ...INTEGRATIONS,
  ...ORDERS,
  ...INVOICING,
  ...EVERYDAY,
  ...ADMINISTRATION,
  ...DASHBOARDS,
  ...INSIGHT,
]

/** The item that is merged, the one that it becomes part of, and when. */
export const MERGE = {
  from: 'csvUsers',
  into: 'bulkImport',
  ago: 16,
  reason: 'The same need: people from a file.',
} as const
