/** What a number of the model is a number of. */
export type Unit = 'probability' | 'share' | 'factor' | 'days' | 'weeks' | 'engineers' | 'number'

/** Where a default comes from: somebody's judgement, evidence of others, or how this company works. */
export type Basis = 'judgement' | 'evidence' | 'company'

export type Parameter = {
  /** Path within `ModelParameters`, and name of its field in a form. */
  key: string
  name: string
  unit: Unit
  least: number
  most: number
  basis: Basis
  /** Where the default comes from, in a sentence. */
  source: string
}

const LADDER =
  'Each step is about three times the one below; the portfolio anchor corrects all four.'
const TYPES = 'A bug weighs more than a wish, a question next to nothing.'
const EVIDENCE =
  'That a threat in writing says more is known; stated intent explains exit only weakly (Mesquita 2023), so it stays below certainty.'
const POLICY = 'Policy, not evidence: it weighs priorities and changes no amount.'
const UNSURE = 'How far off a prior may be, as a log standard deviation.'
const OUTCOMES = 'None until our own outcomes suggest one, from 20 losses on.'
const ANCHORS =
  'Through two anchor points, 5 % at health 80 and 40 % at 30; to be fitted from 100 outcomes on.'

/** Every parameter of the model in the order in which it is read, under the headings of the page. */
export const PARAMETER_GROUPS = [
  {
    title: 'Importance',
    about: 'How likely one request alone loses the customer, before anything else is known.',
    parameters: [
      {
        key: 'severity.blocker',
        name: 'Blocker',
        unit: 'probability',
        least: 0.001,
        most: 0.9,
        basis: 'judgement',
        source: LADDER,
      },
      {
        key: 'severity.critical',
        name: 'Critical',
        unit: 'probability',
        least: 0.001,
        most: 0.9,
        basis: 'judgement',
        source: LADDER,
      },
      {
        key: 'severity.major',
        name: 'Major',
        unit: 'probability',
        least: 0.001,
        most: 0.9,
        basis: 'judgement',
        source: LADDER,
      },
      {
        key: 'severity.minor',
        name: 'Minor',
        unit: 'probability',
        least: 0.001,
        most: 0.9,
        basis: 'judgement',
        source: LADDER,
      },
    ],
  },
  {
    title: 'Evidence',
    about: 'How much more a request weighs by what is known of “will leave without it”.',
    parameters: [
      {
        key: 'evidence.none',
        name: 'None',
        unit: 'factor',
        least: 0.1,
        most: 10,
        basis: 'judgement',
        source: EVIDENCE,
      },
      {
        key: 'evidence.csm_belief',
        name: 'The CSM believes it',
        unit: 'factor',
        least: 0.1,
        most: 10,
        basis: 'judgement',
        source: EVIDENCE,
      },
      {
        key: 'evidence.customer_said',
        name: 'The customer said it',
        unit: 'factor',
        least: 0.1,
        most: 10,
        basis: 'judgement',
        source: EVIDENCE,
      },
      {
        key: 'evidence.customer_written',
        name: 'The customer wrote it',
        unit: 'factor',
        least: 0.1,
        most: 10,
        basis: 'judgement',
        source: EVIDENCE,
      },
    ],
  },
  {
    title: 'Type',
    about: 'How much a request weighs by what it is.',
    parameters: [
      {
        key: 'type.bug',
        name: 'Bug',
        unit: 'factor',
        least: 0.01,
        most: 5,
        basis: 'judgement',
        source: TYPES,
      },
      {
        key: 'type.change_request',
        name: 'Change request',
        unit: 'factor',
        least: 0.01,
        most: 5,
        basis: 'judgement',
        source: TYPES,
      },
      {
        key: 'type.feature_request',
        name: 'Feature request',
        unit: 'factor',
        least: 0.01,
        most: 5,
        basis: 'judgement',
        source: TYPES,
      },
      {
        key: 'type.question',
        name: 'Question',
        unit: 'factor',
        least: 0.01,
        most: 5,
        basis: 'judgement',
        source: TYPES,
      },
    ],
  },
  {
    title: 'Claims',
    about: 'How long a claim counts, and how much claims can make probable.',
    parameters: [
      {
        key: 'kReq',
        name: 'Portfolio anchor',
        unit: 'factor',
        least: 0.1,
        most: 3,
        basis: 'evidence',
        source:
          '1 until 50 renewals are decided; from then on the losses that requests explain are anchored to those that happened.',
      },
      {
        key: 'staleHalfLife',
        name: 'A claim loses half its weight in',
        unit: 'days',
        least: 7,
        most: 3650,
        basis: 'judgement',
        source: 'Half a year without a confirmation halves a claim.',
      },
      {
        key: 'pCap',
        name: 'The most that requests make probable',
        unit: 'probability',
        least: 0.5,
        most: 0.99,
        basis: 'judgement',
        source: 'Above it all claims of a contract are scaled down together.',
      },
      {
        key: 'budgetShare',
        name: 'Blockers that count in full, of the accounts somebody owns',
        unit: 'share',
        least: 0,
        most: 1,
        basis: 'judgement',
        source:
          'At least two. Where nothing limits priorities they are inflated; a small cost of one’s own ends it (UCL study).',
      },
      {
        key: 'csmPrior',
        name: 'Doubt before a record moves somebody’s claims',
        unit: 'number',
        least: 0.1,
        most: 100,
        basis: 'judgement',
        source: 'As many losses as would have to be expected before a record counts for half.',
      },
    ],
  },
  {
    title: 'Health',
    about: 'How likely a contract is lost for other reasons: 1 / (1 + e^−(α − β · health)).',
    parameters: [
      {
        key: 'alpha',
        name: 'α, level of the curve',
        unit: 'number',
        least: -5,
        most: 10,
        basis: 'judgement',
        source: ANCHORS,
      },
      {
        key: 'beta',
        name: 'β, slope of the curve',
        unit: 'number',
        least: 0.001,
        most: 1,
        basis: 'judgement',
        source: ANCHORS,
      },
      {
        key: 'phi',
        name: 'Churn that product gaps cause',
        unit: 'share',
        least: 0,
        most: 1,
        basis: 'judgement',
        source: 'A synthetic data set says 19 %; our own reasons for churn replace it.',
      },
    ],
  },
  {
    title: 'Correction by outcomes',
    about:
      'Brings the probability that a renewal is lost to what past outcomes say: logit(q’) = a + b · logit(q). 0 and 1 correct nothing.',
    parameters: [
      {
        key: 'platt.a',
        name: 'a, level',
        unit: 'number',
        least: -5,
        most: 5,
        basis: 'evidence',
        source: OUTCOMES,
      },
      {
        key: 'platt.b',
        name: 'b, slope',
        unit: 'number',
        least: 0.05,
        most: 5,
        basis: 'evidence',
        source: OUTCOMES,
      },
    ],
  },
  {
    title: 'Delivery',
    about: 'What an item removes when it is built.',
    parameters: [
      {
        key: 'eta',
        name: 'Delivery solves the need',
        unit: 'probability',
        least: 0,
        most: 1,
        basis: 'judgement',
        source: 'To be learnt from what CSMs say of shipped items.',
      },
      {
        key: 'kappa',
        name: 'A promise that comes too late is still worth',
        unit: 'share',
        least: 0,
        most: 1,
        basis: 'judgement',
        source: 'Credit for a roadmap commitment that the customer believes.',
      },
      {
        key: 'parallel',
        name: 'Engineers on an item at once',
        unit: 'engineers',
        least: 0.1,
        most: 50,
        basis: 'company',
        source: 'How this company works.',
      },
      {
        key: 'overheadWeeks',
        name: 'A release adds',
        unit: 'weeks',
        least: 0,
        most: 52,
        basis: 'company',
        source: 'How this company works.',
      },
    ],
  },
  {
    title: 'Cost',
    about: 'How far an estimate of low and high is believed.',
    parameters: [
      {
        key: 'sigmaInflation',
        name: 'Ranges are widened by',
        unit: 'factor',
        least: 0.5,
        most: 5,
        basis: 'evidence',
        source: 'Estimated ranges are much too narrow (Jørgensen, Teigen and Moløkken 2004).',
      },
      {
        key: 'sigmaFloor',
        name: 'Least spread of a cost',
        unit: 'number',
        least: 0.01,
        most: 1.2,
        basis: 'evidence',
        source:
          'What 10,266 public tasks took spreads far wider around their estimates (SiP data).',
      },
    ],
  },
  {
    title: 'Weights',
    about: 'What of an amount counts for the order. Amounts are always shown as they are.',
    parameters: [
      {
        key: 'kind.renewal',
        name: 'Renewal',
        unit: 'factor',
        least: 0.01,
        most: 5,
        basis: 'judgement',
        source: POLICY,
      },
      {
        key: 'kind.expansion',
        name: 'Expansion',
        unit: 'factor',
        least: 0.01,
        most: 5,
        basis: 'judgement',
        source: POLICY,
      },
      {
        key: 'kind.new_business',
        name: 'New business',
        unit: 'factor',
        least: 0.01,
        most: 5,
        basis: 'judgement',
        source: POLICY,
      },
      {
        key: 'icpMin',
        name: 'Profile floor: an account of no fit',
        unit: 'share',
        least: 0,
        most: 1,
        basis: 'judgement',
        source: POLICY,
      },
      {
        key: 'horizon',
        name: 'A decision begins to fade after',
        unit: 'days',
        least: 30,
        most: 3650,
        basis: 'judgement',
        source: 'A year ahead counts in full.',
      },
      {
        key: 'horizonHalfLife',
        name: 'Beyond that it loses half in',
        unit: 'days',
        least: 7,
        most: 3650,
        basis: 'judgement',
        source: 'Contracts of several years fade and never jump.',
      },
    ],
  },
  {
    title: 'How sure the priors are',
    about: 'Moves intervals and tiers, and no score.',
    parameters: [
      {
        key: 'uncertainty.importance.blocker',
        name: 'Blocker',
        unit: 'number',
        least: 0.01,
        most: 3,
        basis: 'judgement',
        source: UNSURE,
      },
      {
        key: 'uncertainty.importance.critical',
        name: 'Critical',
        unit: 'number',
        least: 0.01,
        most: 3,
        basis: 'judgement',
        source: UNSURE,
      },
      {
        key: 'uncertainty.importance.major',
        name: 'Major',
        unit: 'number',
        least: 0.01,
        most: 3,
        basis: 'judgement',
        source: UNSURE,
      },
      {
        key: 'uncertainty.importance.minor',
        name: 'Minor',
        unit: 'number',
        least: 0.01,
        most: 3,
        basis: 'judgement',
        source: UNSURE,
      },
      {
        key: 'uncertainty.link',
        name: 'Each request',
        unit: 'number',
        least: 0.01,
        most: 3,
        basis: 'judgement',
        source: UNSURE,
      },
      {
        key: 'uncertainty.baseline',
        name: 'Each baseline',
        unit: 'number',
        least: 0.01,
        most: 3,
        basis: 'judgement',
        source: UNSURE,
      },
    ],
  },
] as const satisfies readonly {
  title: string
  about: string
  parameters: readonly Parameter[]
}[]

export type ParameterKey = (typeof PARAMETER_GROUPS)[number]['parameters'][number]['key']

/** Every parameter that can be changed. The notice stands on each contract and is none of them. */
export const PARAMETERS: readonly (Parameter & { key: ParameterKey; group: string })[] =
  PARAMETER_GROUPS.flatMap(({ title, parameters }) =>
    parameters.map((parameter) => ({ ...parameter, group: title })),
  )
