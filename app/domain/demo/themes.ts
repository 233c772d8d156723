import type { Theme } from './theme.ts'
import { ADMINISTRATION } from './themes-administration.ts'
import { DASHBOARDS } from './themes-dashboards.ts'
import { EVERYDAY } from './themes-everyday.ts'
import { IDENTITY } from './themes-identity.ts'
import { INSIGHT } from './themes-insight.ts'
import { INTEGRATIONS } from './themes-integrations.ts'
import { INVOICING } from './themes-invoicing.ts'
import { ORDERS } from './themes-orders.ts'
import type { End } from './views.ts'

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

/** How and when an item left the backlog; nothing asks for it afterwards. */
export function endOf({ moves = [] }: Theme): End | null {
  const [as, ago] = moves.at(-1) ?? []
  return ago !== undefined && (as === 'shipped' || as === 'declined') ? { as, ago } : null
}

/** The theme of that key. Throws when there is none. */
export function themeOf(key: string): Theme {
  const theme = THEMES.find((one) => one.key === key)
  if (!theme) throw new Error(`There is no theme ${key}`)
  return theme
}
