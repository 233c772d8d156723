import type { LossReason, Outcome } from '#db/constants.ts'

export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  renewed: 'Renewed',
  expanded: 'Expanded',
  contracted: 'Contracted',
  churned: 'Churned',
  won: 'Won',
  lost: 'Lost',
}

export const REASON_LABELS: Readonly<Record<LossReason, string>> = {
  product_gap: 'Product gap',
  price: 'Price',
  sponsor_left: 'Sponsor left',
  competitor: 'Competitor',
  low_usage: 'Low usage',
  service: 'Service',
  business_closed: 'Business closed',
  other: 'Other',
}
