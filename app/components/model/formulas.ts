import type { ParameterKey } from '#app/domain/model/parameter-list.ts'

export type FormulaSymbol = { symbol: string; meaning: string; parameter?: ParameterKey }

export type FormulaSection = {
  title: string
  about: string
  formulas: readonly string[]
  symbols: readonly FormulaSymbol[]
}

/** The formulas in the order of docs/model.md; every symbol is defined where it comes first. */
export const FORMULA_SECTIONS: readonly FormulaSection[] = [
  {
    title: 'Money and its weight',
    about:
      'An exposure x is money that one decision on a day can lose or win: the renewal of a contract, an expansion, new business. Money is shown raw; the weighted amount W is used for the order alone.',
    formulas: [
      'raw_x = amount · rate · win',
      'W_x = raw_x · ψ · (f_0 + (1 − f_0) · fit) · strategic · h(d)',
      'h(d) = 1 for d ≤ H_1, else 2^{−(d − H_1)/H_2}',
    ],
    symbols: [
      { symbol: 'amount', meaning: 'of the contract a year, or of the opportunity' },
      { symbol: 'rate', meaning: 'base units for one unit of the currency, by plan rates' },
      {
        symbol: 'win',
        meaning: 'probability of the deal if the product has no gap; 1 for a renewal',
      },
      { symbol: 'ψ', meaning: 'weight of the kind: renewal', parameter: 'kind.renewal' },
      { symbol: '', meaning: 'expansion', parameter: 'kind.expansion' },
      { symbol: '', meaning: 'new business', parameter: 'kind.new_business' },
      {
        symbol: 'f_0',
        meaning: 'profile floor: weight of an account of no fit',
        parameter: 'icpMin',
      },
      {
        symbol: 'fit',
        meaning: 'fit to the profile of the product line, 0 to 1; 1 without a profile',
      },
      { symbol: 'strategic', meaning: 'strategic weight of the account, 0.8 to 1.25' },
      {
        symbol: 'd',
        meaning: 'days to the decision: the renewal less its notice, or the close date',
      },
      { symbol: 'H_1', meaning: 'days from which a decision fades', parameter: 'horizon' },
      { symbol: 'H_2', meaning: 'half-life beyond that, days', parameter: 'horizonHalfLife' },
    ],
  },
  {
    title: 'Baseline',
    about:
      'How likely a contract is lost for other reasons than the product. Probabilities are kept as hazards λ = −ln(1 − p), which add up. Past churn already holds churn over product gaps, so their share is left out. An opportunity has none.',
    formulas: ['b = 1 / (1 + e^{−(α − β·H)})', 'λ_0 = (1 − φ) · (−ln(1 − b))'],
    symbols: [
      { symbol: 'b', meaning: 'probability that a contract of this health is lost at all' },
      { symbol: 'λ_0', meaning: 'baseline hazard of the exposure' },
      { symbol: 'H', meaning: 'health, 0 to 100; a colour counts 80, 55 or 25, unknown 65' },
      { symbol: 'α', meaning: 'level of the curve', parameter: 'alpha' },
      { symbol: 'β', meaning: 'slope of the curve', parameter: 'beta' },
      { symbol: 'φ', meaning: 'share of churn that product gaps cause', parameter: 'phi' },
    ],
  },
  {
    title: 'One request',
    about:
      'What a request adds. Of several requests of one exposure for one item the largest counts. Too many claims are scaled to the cap together.',
    formulas: [
      'λ_{xr} = min( c, k · λ_s · t · e · 2^{−a/T} · χ · s )',
      'λ_s = −ln(1 − p_s),   c = −ln(1 − p_c),   χ = 2^{(50 − H)/50}',
    ],
    symbols: [
      { symbol: 'λ_{xr}', meaning: 'hazard that the request for item r puts on exposure x' },
      {
        symbol: 'p_s',
        meaning: 'probability by importance: blocker',
        parameter: 'severity.blocker',
      },
      { symbol: '', meaning: 'critical', parameter: 'severity.critical' },
      { symbol: '', meaning: 'major', parameter: 'severity.major' },
      { symbol: '', meaning: 'minor', parameter: 'severity.minor' },
      { symbol: 't', meaning: 'type: bug', parameter: 'type.bug' },
      { symbol: '', meaning: 'change request', parameter: 'type.change_request' },
      { symbol: '', meaning: 'feature request', parameter: 'type.feature_request' },
      { symbol: '', meaning: 'question', parameter: 'type.question' },
      { symbol: 'e', meaning: 'evidence: none', parameter: 'evidence.none' },
      { symbol: '', meaning: 'the CSM believes it', parameter: 'evidence.csm_belief' },
      { symbol: '', meaning: 'the customer said it', parameter: 'evidence.customer_said' },
      { symbol: '', meaning: 'the customer wrote it', parameter: 'evidence.customer_written' },
      { symbol: 'a', meaning: 'days since the claim was last confirmed; below 5 % it is expired' },
      { symbol: 'T', meaning: 'half-life of a claim', parameter: 'staleHalfLife' },
      { symbol: 'χ', meaning: 'a shaky account leaves sooner; 1 for an opportunity' },
      { symbol: 'k', meaning: 'portfolio anchor', parameter: 'kReq' },
      {
        symbol: 'p_c',
        meaning: 'the most that requests make probable; c is its hazard',
        parameter: 'pCap',
      },
    ],
  },
  {
    title: 'Who claims it',
    about:
      'Blockers beyond the budget of who claims them dilute their own and nobody else’s; none falls below critical. What a manager settled is outside of it. The record compares what the CSM’s undelivered claims predicted with the losses that happened; its factor is private.',
    formulas: [
      'B = max(2, ⌈β_B · N⌉),   λ_{blocker} = λ_{critical} + (λ_{blocker} − λ_{critical}) · B/U for U > B',
      's = (λ as diluted / λ) · (O + K)/(X + K), the record between 0.5 and 1.5',
    ],
    symbols: [
      { symbol: 'B', meaning: 'blockers that count in full' },
      { symbol: 'β_B', meaning: 'share of the accounts owned', parameter: 'budgetShare' },
      { symbol: 'N', meaning: 'accounts that they own' },
      { symbol: 'U', meaning: 'blockers that they claim now, expired ones left out' },
      { symbol: 's', meaning: 'factor for who claims it; 1 as a rule' },
      {
        symbol: 'O, X',
        meaning: 'losses over the claimed gaps that happened, and that were expected',
      },
      { symbol: 'K', meaning: 'doubt before a record counts', parameter: 'csmPrior' },
    ],
  },
  {
    title: 'ARR at risk',
    about:
      'All causes of one exposure together. The loss splits exactly into its causes: the probability that this one strikes first.',
    formulas: [
      'Λ_x = λ_0 + Σ_r λ_{xr},   q_x = 1 − e^{−Λ_x}',
      'logit(q_x) corrected = a_0 + b_0 · logit(q_x), all hazards of x by the same factor',
      'ARR at risk of x = raw_x · q_x,   of r in it = raw_x · q_x · λ_{xr}/Λ_x',
    ],
    symbols: [
      { symbol: 'Λ_x', meaning: 'all hazard of the exposure' },
      {
        symbol: 'a_0',
        meaning: 'correction of renewals by past outcomes: level',
        parameter: 'platt.a',
      },
      { symbol: 'b_0', meaning: 'and slope; 0 and 1 correct nothing', parameter: 'platt.b' },
      {
        symbol: 'q_x',
        meaning: 'probability that the money is lost; below 1 however many requests',
      },
    ],
  },
  {
    title: 'Delivery in time',
    about:
      'What an item takes away of its own hazard. The form of μ makes the expectation over independent deliveries exact. Declined items take nothing away; of shipped ones the rest stays.',
    formulas: [
      'ℓ = m_{50}/n + w,   u = Φ( ln((d/7)/ℓ) / σ ), 0 for d ≤ 0',
      'ρ = η · (κ + (1 − κ) · u),   μ_{xr} = ln(1 + ρ · (e^{λ_{xr}} − 1))',
    ],
    symbols: [
      {
        symbol: 'ℓ',
        meaning: 'median weeks until it ships; until the ship date where there is one',
      },
      { symbol: 'm_{50}', meaning: 'likely cost, engineer-weeks' },
      { symbol: 'σ', meaning: 'log standard deviation of the cost, see below' },
      { symbol: 'n', meaning: 'engineers on an item at once', parameter: 'parallel' },
      { symbol: 'w', meaning: 'weeks that a release adds', parameter: 'overheadWeeks' },
      { symbol: 'Φ', meaning: 'standard normal distribution' },
      { symbol: 'u', meaning: 'probability that it ships before the decision' },
      { symbol: 'η', meaning: 'delivery solves the need', parameter: 'eta' },
      { symbol: 'κ', meaning: 'what a promise that comes too late is worth', parameter: 'kappa' },
      { symbol: 'ρ', meaning: 'probability that the item takes the hazard away' },
    ],
  },
  {
    title: 'Value',
    about:
      'What building everything keeps of an exposure, and the fair share of each item in it (the Aumann–Shapley value, in closed form). Shares add up exactly, and lie between what an item keeps alone and what it keeps last.',
    formulas: [
      'm_x = Σ_r μ_{xr},   kept_x = e^{−Λ_x} · (e^{m_x} − 1)',
      'A_{xr} = W_x · kept_x · μ_{xr}/m_x,   can save = raw_x · kept_x · μ_{xr}/m_x',
      'V_r = Σ_x A_{xr},   Σ_r V_r = Σ_x W_x · kept_x',
      'alone = W_x e^{−Λ_x}(e^{μ_{xr}} − 1) ≤ A_{xr} ≤ last = W_x e^{m_x − Λ_x}(1 − e^{−μ_{xr}})',
    ],
    symbols: [
      { symbol: 'μ_{xr}', meaning: 'hazard that the item takes away; of all items together m' },
      { symbol: 'kept_x', meaning: 'share of the exposure that all items together keep' },
      { symbol: 'A_{xr}', meaning: 'what the item is credited with at the exposure' },
      { symbol: 'V_r', meaning: 'value of the item; its receipt has a line an account' },
    ],
  },
  {
    title: 'Cost and score',
    about:
      'A log-normal cost from low, likely and high; sizes S, M, L and XL stand for 1, 3, 8 and 20 weeks with σ = 0.8. Ties go to the lower cost, then the lower number.',
    formulas: [
      'σ = min(1.2, max(σ_0, i · ln(high/low) / 2.563))',
      'E = likely · e^{σ^2/2}, at least 0.5 in the score',
      'score_r = V_r / E',
    ],
    symbols: [
      { symbol: 'low, high', meaning: 'one in ten costs less, one in ten more; engineer-weeks' },
      { symbol: 'σ_0', meaning: 'least spread of a cost', parameter: 'sigmaFloor' },
      { symbol: 'i', meaning: 'what ranges are widened by', parameter: 'sigmaInflation' },
      { symbol: 'E', meaning: 'expected cost, engineer-weeks' },
    ],
  },
  {
    title: 'How sure',
    about:
      'Each importance, each link, each baseline and each cost is uncertain on a log scale. What two items share cancels in their comparison. A new tier opens where the head of the current one outranks the item with at least 80 %.',
    formulas: [
      'interval = V_r/m_{50} · e^{±1.2816·‖g‖}',
      'P(A before B) = Φ( ln(S_A/S_B) / ‖g_A − g_B‖ )',
    ],
    symbols: [
      {
        symbol: 'g',
        meaning: 'derivative of ln score by each uncertain factor, times its size below',
      },
      { symbol: 'S', meaning: 'value over likely cost' },
      { symbol: '', meaning: 'blocker', parameter: 'uncertainty.importance.blocker' },
      { symbol: '', meaning: 'critical', parameter: 'uncertainty.importance.critical' },
      { symbol: '', meaning: 'major', parameter: 'uncertainty.importance.major' },
      { symbol: '', meaning: 'minor', parameter: 'uncertainty.importance.minor' },
      { symbol: '', meaning: 'each link', parameter: 'uncertainty.link' },
      { symbol: '', meaning: 'each baseline', parameter: 'uncertainty.baseline' },
      { symbol: '', meaning: 'each cost: its σ' },
    ],
  },
]
