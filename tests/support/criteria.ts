import type { Criterion } from '#app/domain/icp/criteria.ts'

/** A criterion with points: the industry is Logistics or Retail. */
export const industry = {
  kind: 'points',
  label: 'Sector',
  attribute: 'industry',
  points: 60,
  operator: 'is_one_of',
  operand: ['Logistics', 'Retail'],
} satisfies Criterion

/** A criterion with points: 50 to 500 employees. */
export const size = {
  kind: 'points',
  label: 'Size',
  attribute: 'employees',
  points: 40,
  operator: 'between',
  operand: { low: 50, high: 500 },
} satisfies Criterion

/** A must-have: the region is one that hosts data. */
export const region = {
  kind: 'must_have',
  label: 'Hosted region',
  attribute: 'region',
  points: 0,
  operator: 'is_one_of',
  operand: ['Türkiye', 'EU'],
} satisfies Criterion

/** An exclusion: it resells. */
export const reseller = {
  kind: 'exclusion',
  label: 'Reseller',
  attribute: 'custom:reseller',
  points: 0,
  operator: 'is_one_of',
  operand: ['yes'],
} satisfies Criterion
