import type { AttributeType } from '#db/constants.ts'

export const ORGANISATION = {
  organisation: 'Kestrel Software',
  baseCurrency: 'EUR',
  timeZone: 'Europe/Berlin',
  productLine: 'Platform',
} as const

export const SECOND_LINE = 'Analytics'

export type LineKey = 'platform' | 'analytics'

export const AREAS = {
  identity: { line: 'platform', name: 'Identity and access' },
  integrations: { line: 'platform', name: 'Integrations' },
  orders: { line: 'platform', name: 'Orders and dispatch' },
  invoicing: { line: 'platform', name: 'Invoicing' },
  notifications: { line: 'platform', name: 'Notifications' },
  mobile: { line: 'platform', name: 'Mobile' },
  administration: { line: 'platform', name: 'Administration' },
  dashboards: { line: 'analytics', name: 'Dashboards' },
  reports: { line: 'analytics', name: 'Reports and export' },
  model: { line: 'analytics', name: 'Data model' },
  forecasting: { line: 'analytics', name: 'Forecasting' },
  alerts: { line: 'analytics', name: 'Alerts' },
} as const satisfies Record<string, { line: LineKey; name: string }>

export type AreaKey = keyof typeof AREAS

export const RATES = {
  reason: 'Plan rates of the budget',
  rates: [
    { currency: 'USD', rate: 0.92 },
    { currency: 'TRY', rate: 0.021 },
  ],
}

/** The rates of the next budget round; the earlier version stays for what was published with it. */
export const LATER_RATES = {
  reason: 'Plan rates of the half-year review',
  rates: [
    { currency: 'USD', rate: 0.91 },
    { currency: 'TRY', rate: 0.0205 },
  ],
}

export const STAGES = [
  { stage: 'Discovery', percent: 15 },
  { stage: 'Evaluation', percent: 35 },
  { stage: 'Proposal', percent: 55 },
  { stage: 'Negotiation', percent: 75 },
]

/** Labels, whose keys the settings make: `erp_integration` and so on. */
export const ATTRIBUTES: ReadonlyArray<{
  label: string
  type: AttributeType
  choices: string[]
  changeable: boolean
}> = [
  { label: 'ERP integration', type: 'boolean', choices: [], changeable: true },
  {
    label: 'Executive sponsor',
    type: 'choice',
    choices: ['none', 'director', 'board'],
    changeable: true,
  },
  { label: 'Self-service usage %', type: 'number', choices: [], changeable: true },
  { label: 'Data residency', type: 'choice', choices: ['EU', 'Türkiye', 'US'], changeable: false },
  { label: 'Go-live', type: 'date', choices: [], changeable: false },
  { label: 'Reference customer', type: 'boolean', choices: [], changeable: true },
]
