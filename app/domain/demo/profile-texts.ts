import type { Criterion } from '#app/domain/icp/criteria.ts'

import type { LineKey } from './company.ts'

type Text = {
  line: LineKey
  summary: string
  reason: string
  criteria: ReadonlyArray<Criterion & { why: string }>
}

const UNSERVED = {
  kind: 'exclusion',
  label: 'Too small to be served',
  attribute: 'employees',
  operator: 'at_most',
  operand: 20,
  points: 0,
  why: 'Onboarding costs more than two years of revenue.',
} as const

const points = (points: number) => ({ kind: 'points' as const, points })

export const PLATFORM_1: Text = {
  line: 'platform',
  summary:
    'Logistics and wholesale companies with several sites that run their ERP beside Kestrel.',
  reason: 'The first one that both teams sign. Based on what renewed in the last two years.',
  criteria: [
    {
      ...points(30),
      label: 'Industry',
      attribute: 'industry',
      operator: 'is_one_of',
      operand: ['Logistics', 'Wholesale'],
      why: 'Renewals of both are far above the others.',
    },
    {
      ...points(25),
      label: 'Size',
      attribute: 'employees',
      operator: 'between',
      operand: { low: 150, high: 6000 },
      why: 'Below, one site is enough; above, they build their own.',
    },
    {
      ...points(20),
      label: 'Integrated with the ERP',
      attribute: 'custom:erp_integration',
      operator: 'is_one_of',
      operand: ['yes'],
      why: 'Whoever is integrated stays.',
    },
    {
      ...points(15),
      label: 'Sponsor in management',
      attribute: 'custom:executive_sponsor',
      operator: 'is_one_of',
      operand: ['director', 'board'],
      why: 'Without one, the first reorganisation ends it.',
    },
    {
      ...points(10),
      label: 'Uses it alone',
      attribute: 'custom:self_service_usage',
      operator: 'at_least',
      operand: 40,
      why: 'Support cost falls by half.',
    },
    UNSERVED,
  ],
}

export const PLATFORM_2: Text = {
  line: 'platform',
  summary:
    'Logistics, wholesale and retail companies with several sites that run their ERP beside Kestrel.',
  reason:
    'Retail with own stores renews as well as wholesale since split orders. Size counts less than we thought.',
  criteria: [
    {
      ...points(30),
      label: 'Industry',
      attribute: 'industry',
      operator: 'is_one_of',
      operand: ['Logistics', 'Wholesale', 'Retail'],
      why: 'Retail caught up this year.',
    },
    {
      ...points(15),
      label: 'Size',
      attribute: 'employees',
      operator: 'between',
      operand: { low: 100, high: 9000 },
      why: 'Several sites matter more than heads.',
    },
    {
      ...points(25),
      label: 'Integrated with the ERP',
      attribute: 'custom:erp_integration',
      operator: 'is_one_of',
      operand: ['yes'],
      why: 'The strongest single sign that somebody stays.',
    },
    {
      ...points(20),
      label: 'Sponsor in management',
      attribute: 'custom:executive_sponsor',
      operator: 'is_one_of',
      operand: ['director', 'board'],
      why: 'Nine of ten lost accounts had none.',
    },
    {
      ...points(10),
      label: 'Uses it alone',
      attribute: 'custom:self_service_usage',
      operator: 'at_least',
      operand: 50,
      why: 'Support cost falls by half.',
    },
    UNSERVED,
  ],
}

export const ANALYTICS_1: Text = {
  line: 'analytics',
  summary: 'Customers of Platform with a controlling team of their own and data to look at.',
  reason: 'Analytics sells into the base. This says into which part of it.',
  criteria: [
    {
      ...points(40),
      label: 'Size',
      attribute: 'employees',
      operator: 'at_least',
      operand: 400,
      why: 'Below, nobody has time for figures.',
    },
    {
      ...points(25),
      label: 'Segment',
      attribute: 'segment',
      operator: 'is_one_of',
      operand: ['Enterprise', 'Strategic'],
      why: 'They have a budget for reporting.',
    },
    {
      ...points(20),
      label: 'Integrated with the ERP',
      attribute: 'custom:erp_integration',
      operator: 'is_one_of',
      operand: ['yes'],
      why: 'Costs come in by themselves.',
    },
    {
      ...points(15),
      label: 'Reference customer',
      attribute: 'custom:reference_customer',
      operator: 'is_one_of',
      operand: ['yes'],
      why: 'They show their dashboards to others.',
    },
    {
      kind: 'must_have',
      label: 'Customer or nearly',
      attribute: 'lifecycle',
      operator: 'is_one_of',
      operand: ['active', 'onboarding', 'prospect'],
      points: 0,
      why: 'Who left does not buy Analytics.',
    },
  ],
}

const LONG_WITH_US = {
  ...points(15),
  label: 'Long with us',
  attribute: 'derived:tenure',
  operator: 'at_least',
  operand: 24,
  why: 'After two years there are figures to compare.',
} as const

/** Never took effect. */
export const ANALYTICS_2: Text = {
  ...ANALYTICS_1,
  summary: 'Large customers of Platform with a controlling team of their own and data to look at.',
  reason: 'Larger accounts buy more seats, and so do those who have been with us for years.',
  criteria: ANALYTICS_1.criteria.map((criterion) => {
    if (criterion.label === 'Size' && criterion.operator === 'at_least') {
      return { ...criterion, operand: 1000, why: 'Seats grow with controllers.' }
    }
    return criterion.label === 'Reference customer' ? LONG_WITH_US : criterion
  }),
}
