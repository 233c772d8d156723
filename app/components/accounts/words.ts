import type {
  ContractPeriod,
  HealthColour,
  Lifecycle,
  OpportunityKind,
  OpportunityState,
} from '#db/constants.ts'

export const LIFECYCLE_WORDS: Readonly<Record<Lifecycle, string>> = {
  prospect: 'Prospect',
  onboarding: 'Onboarding',
  active: 'Active',
  churned: 'Churned',
}

export const HEALTH_WORDS: Readonly<Record<HealthColour | 'unknown', string>> = {
  green: 'Green',
  yellow: 'Yellow',
  red: 'Red',
  unknown: 'Unknown',
}

export const PERIOD_WORDS: Readonly<Record<ContractPeriod, string>> = {
  year: 'a year',
  month: 'a month',
}

export const KIND_WORDS: Readonly<Record<OpportunityKind, string>> = {
  new: 'New business',
  expansion: 'Expansion',
  renewal: 'Renewal',
}

export const DEAL_STATE_WORDS: Readonly<Record<OpportunityState, string>> = {
  open: 'Open',
  won: 'Won',
  lost: 'Lost',
}
