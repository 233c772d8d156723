/** Value lists of the product. Check constraints, schemas and screens all read them from here. */

export const ROLES = ['viewer', 'contributor', 'manager', 'admin'] as const
export type Role = (typeof ROLES)[number]

export const TEAMS = ['cs', 'product', 'other'] as const
export type Team = (typeof TEAMS)[number]

export const LIFECYCLES = ['prospect', 'onboarding', 'active', 'churned'] as const
export type Lifecycle = (typeof LIFECYCLES)[number]

export const HEALTH_COLOURS = ['green', 'yellow', 'red'] as const
export type HealthColour = (typeof HEALTH_COLOURS)[number]

export const ATTRIBUTE_TYPES = ['text', 'number', 'boolean', 'date', 'choice'] as const
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number]

export const CONTRACT_PERIODS = ['year', 'month'] as const
export type ContractPeriod = (typeof CONTRACT_PERIODS)[number]

export const OPPORTUNITY_KINDS = ['new', 'expansion', 'renewal'] as const
export type OpportunityKind = (typeof OPPORTUNITY_KINDS)[number]

export const OPPORTUNITY_STATES = ['open', 'won', 'lost'] as const
export type OpportunityState = (typeof OPPORTUNITY_STATES)[number]

/** How a customer decided about a contract at its renewal, or about an opportunity. */
export const CONTRACT_OUTCOMES = ['renewed', 'expanded', 'contracted', 'churned'] as const
export type ContractOutcome = (typeof CONTRACT_OUTCOMES)[number]
export const OUTCOMES = [...CONTRACT_OUTCOMES, 'won', 'lost'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Why money was lost, as the customer or the CSM says. */
export const LOSS_REASONS = [
  'product_gap',
  'price',
  'sponsor_left',
  'competitor',
  'low_usage',
  'service',
  'business_closed',
  'other',
] as const
export type LossReason = (typeof LOSS_REASONS)[number]

/** Who said how it ended. */
export const OUTCOME_SOURCES = ['hand', 'import', 'crm'] as const
export type OutcomeSource = (typeof OUTCOME_SOURCES)[number]

/** Days before a decision at which its prediction is frozen. */
export const PREDICTION_DAYS = [90, 30] as const
export type PredictionDays = (typeof PREDICTION_DAYS)[number]

export const REQUEST_TYPES = ['bug', 'change_request', 'feature_request', 'question'] as const
export type RequestType = (typeof REQUEST_TYPES)[number]

/** What an item can be: a question needs another type before it is linked. */
export const ITEM_TYPES = ['bug', 'change_request', 'feature_request'] as const
export type ItemType = (typeof ITEM_TYPES)[number]

export const IMPORTANCES = ['blocker', 'critical', 'major', 'minor'] as const
export type Importance = (typeof IMPORTANCES)[number]

export const EVIDENCES = ['none', 'csm_belief', 'customer_said', 'customer_written'] as const
export type Evidence = (typeof EVIDENCES)[number]

export const REQUEST_STATES = [
  'new',
  'waiting',
  'commercial',
  'linked',
  'answered',
  'declined',
  'duplicate',
] as const
export type RequestState = (typeof REQUEST_STATES)[number]

/** Where the CSM heard it. */
export const REQUEST_SOURCES = [
  'call',
  'email',
  'meeting',
  'ticket',
  'survey',
  'import',
  'other',
] as const
export type RequestSource = (typeof REQUEST_SOURCES)[number]

/** What is at stake follows the rule of the open contracts, or was chosen by hand. */
export const STAKE_MODES = ['default', 'chosen'] as const
export type StakeMode = (typeof STAKE_MODES)[number]

export const DECISION_KINDS = [
  'link',
  'new_item',
  'split',
  'merge',
  'answer',
  'ask_back',
  'commercial',
  'fast_lane',
  'decline',
  'unlink',
  'unmerge',
  'move',
  'retype',
  'importance',
  'settle',
  'evidence',
  'reopen',
] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]

export const DECLINE_REASONS = [
  'not_our_market',
  'too_costly',
  'workaround_exists',
  'against_direction',
  'too_few_accounts',
  'not_reproducible',
  'works_as_designed',
  'other',
] as const
export type DeclineReason = (typeof DECLINE_REASONS)[number]

export const MESSAGE_KINDS = ['question', 'reply', 'answer'] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

export const ITEM_STATUSES = ['candidate', 'planned', 'in_progress', 'shipped', 'declined'] as const
export type ItemStatus = (typeof ITEM_STATUSES)[number]

/** Statuses whose items are ranked. */
export const OPEN_ITEM_STATUSES = ['candidate', 'planned', 'in_progress'] as const

/** Why money or a claim is left out of the score. */
export const EXCLUSION_REASONS = [
  'no_amount',
  'no_date',
  'no_probability',
  'long_overdue',
  'expired_claim',
] as const
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number]

export const HORIZONS = ['now', 'next', 'later'] as const
export type Horizon = (typeof HORIZONS)[number]

export const COST_SIZES = ['S', 'M', 'L', 'XL'] as const
export type CostSize = (typeof COST_SIZES)[number]

/** `ranked` items compete by score; the others have a reserved lane shown apart. */
export const LANES = ['ranked', 'security', 'compliance', 'debt'] as const
export type Lane = (typeof LANES)[number]

export const CONFIDENCES = ['low', 'medium', 'high'] as const
export type Confidence = (typeof CONFIDENCES)[number]

export const PROFILE_STATES = [
  'draft',
  'proposed',
  'current',
  'superseded',
  'withdrawn',
  'rejected',
] as const
export type ProfileState = (typeof PROFILE_STATES)[number]

/** How a proposal ends without taking effect. */
export const CLOSING_KINDS = ['withdrawn', 'rejected'] as const
export type ClosingKind = (typeof CLOSING_KINDS)[number]

export const CRITERION_KINDS = ['points', 'must_have', 'exclusion'] as const
export type CriterionKind = (typeof CRITERION_KINDS)[number]

export const CRITERION_OPERATORS = [
  'is_one_of',
  'between',
  'at_least',
  'at_most',
  'contains',
  'is_known',
] as const

/** The teams whose managers sign a profile. */
export const SIGNING_TEAMS = ['cs', 'product'] as const
export type SigningTeam = (typeof SIGNING_TEAMS)[number]

/** What is watched of a profile in force. */
export const DRIFT_SUBJECTS = ['fit', 'signings', 'evidence'] as const
/** `open`: too little to say anything. */
export const DRIFT_STATES = ['open', 'steady', 'watch', 'review'] as const
export type DriftState = (typeof DRIFT_STATES)[number]

export const IMPORT_KINDS = [
  'accounts',
  'contracts',
  'opportunities',
  'requests',
  'outcomes',
] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

export const IMPORT_STATES = [
  'uploading',
  'uploaded',
  'checking',
  'checked',
  'applying',
  'applied',
  'undoing',
  'undone',
] as const
export type ImportState = (typeof IMPORT_STATES)[number]

export const IMPORT_OUTCOMES = ['new', 'changed', 'unchanged', 'wrong', 'aside'] as const
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number]

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** Records whose field changes are kept as history. */
export const CHANGE_SUBJECTS = ['account', 'contract', 'opportunity', 'request', 'item'] as const
export type ChangeSubject = (typeof CHANGE_SUBJECTS)[number]
