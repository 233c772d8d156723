import type { Role, Team } from '#db/constants.ts'

import type { AreaKey } from './company.ts'

export type DemoPerson = { name: string; email: string; role: Role; team: Team }

/** One for all: it opens nothing but invented data. */
export const DEMO_PASSWORD = 'kestrel-demo'

const person = (name: string, address: string, role: Role, team: Team): DemoPerson => ({
  name,
  email: `${address}@kestrel.example`,
  role,
  team,
})

export const ADMIN = person('Ada Lindqvist', 'ada', 'admin', 'other')

export const STAFF = {
  maren: person('Maren Vogt', 'maren', 'manager', 'cs'),
  selin: person('Selin Aksoy', 'selin', 'contributor', 'cs'),
  emre: person('Emre Yıldız', 'emre', 'contributor', 'cs'),
  claire: person('Claire Dubois', 'claire', 'contributor', 'cs'),
  lukas: person('Lukas Brandt', 'lukas', 'contributor', 'cs'),
  grace: person('Grace Okafor', 'grace', 'contributor', 'cs'),
  daniel: person('Daniel Reyes', 'daniel', 'contributor', 'cs'),
  tomas: person('Tomás Herrera', 'tomas', 'manager', 'product'),
  jonas: person('Jonas Weber', 'jonas', 'contributor', 'product'),
  priya: person('Priya Nair', 'priya', 'contributor', 'product'),
  ilse: person('Ilse de Vries', 'ilse', 'contributor', 'product'),
  hanna: person('Hanna Koskinen', 'hanna', 'viewer', 'other'),
} as const satisfies Record<string, DemoPerson>

export type StaffKey = keyof typeof STAFF
export type Csm = 'selin' | 'emre' | 'claire' | 'lukas' | 'grace' | 'daniel'
export type Pm = 'jonas' | 'priya' | 'ilse'

export const CSMS = [
  'selin',
  'emre',
  'claire',
  'lukas',
  'grace',
  'daniel',
] as const satisfies readonly Csm[]

/** Who looks after what comes in for an area. */
export const PMS_OF: Readonly<Record<AreaKey, Pm>> = {
  identity: 'jonas',
  integrations: 'ilse',
  orders: 'priya',
  invoicing: 'priya',
  notifications: 'ilse',
  mobile: 'ilse',
  administration: 'jonas',
  dashboards: 'jonas',
  reports: 'ilse',
  model: 'priya',
  forecasting: 'jonas',
  alerts: 'ilse',
}

/** What somebody is, as the list of logins says it. */
export function describeRole({ role, team }: Pick<DemoPerson, 'role' | 'team'>): string {
  if (role === 'admin') return 'Admin'
  if (team === 'other') return 'Business Development, reads only'
  const manager = role === 'manager'
  if (team === 'cs') return manager ? 'Manager of Customer Success' : 'Customer Success'
  return manager ? 'Manager of Product' : 'Product'
}
