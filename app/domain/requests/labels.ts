import type {
  DeclineReason,
  Evidence,
  Importance,
  RequestSource,
  RequestState,
  RequestType,
} from '#db/constants.ts'

export const TYPE_LABELS: Readonly<Record<RequestType, string>> = {
  bug: 'Bug',
  change_request: 'Change request',
  feature_request: 'Feature request',
  question: 'Question',
}

export const STATE_LABELS: Readonly<Record<RequestState, string>> = {
  new: 'In triage',
  waiting: 'Waiting for answer',
  commercial: 'Commercial decision',
  linked: 'Linked',
  answered: 'Answered',
  declined: 'Declined',
  duplicate: 'Duplicate',
}

export const IMPORTANCE_LABELS: Readonly<Record<Importance, string>> = {
  blocker: 'Blocker',
  critical: 'Critical',
  major: 'Major',
  minor: 'Minor',
}

/** What each importance means; stands beside the choice and the claim. */
export const IMPORTANCE_DEFINITIONS: Readonly<Record<Importance, string>> = {
  blocker: 'Likely to churn or cannot buy.',
  critical: 'Heavy loss of productivity.',
  major: 'Poor workaround.',
  minor: 'Quality of life.',
}

/** How the submitter knows that the customer would leave without it. */
export const EVIDENCE_LABELS: Readonly<Record<Evidence, string>> = {
  none: 'No sign of it',
  csm_belief: 'CSM’s belief',
  customer_said: 'Customer said so',
  customer_written: 'Customer wrote so',
}

export const SOURCE_LABELS: Readonly<Record<RequestSource, string>> = {
  call: 'Call',
  email: 'E-mail',
  meeting: 'Meeting',
  ticket: 'Support ticket',
  survey: 'Survey',
  import: 'Import',
  other: 'Elsewhere',
}

export const DECLINE_LABELS: Readonly<Record<DeclineReason, string>> = {
  not_our_market: 'Not our market',
  too_costly: 'Costs more than it brings',
  workaround_exists: 'A workaround exists',
  against_direction: 'Against our direction',
  too_few_accounts: 'Too few accounts ask',
  not_reproducible: 'Cannot be reproduced',
  works_as_designed: 'Works as designed',
  other: 'Another reason',
}
