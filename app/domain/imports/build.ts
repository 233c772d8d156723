import { OPPORTUNITY_STATES } from '#db/constants.ts'
import type { ImportKind } from '#db/constants.ts'
import { outcomes } from './build-outcome.ts'
import { chooseValue } from './mapping.ts'
import type { RowContext, Values } from './row-context.ts'

type Draft = Record<string, unknown>

/** What each kind of row makes of its values; rules over several cells refuse through `context`. */
export const BUILD: Readonly<
  Record<ImportKind, (context: RowContext, attributes: Values) => Draft>
> = { accounts, contracts, opportunities, requests, outcomes }

function accounts(context: RowContext, attributes: Values): Draft {
  const v = context.values
  if (v.parent_external_id === v.external_id) {
    context.refuse('parent_external_id', 'An account cannot be its own parent.')
  }
  return {
    externalId: v.external_id,
    name: v.name,
    domain: v.domain,
    parentExternalId: v.parent_external_id,
    lifecycle: v.lifecycle,
    healthColour: v.health === 'unknown' ? null : v.health,
    healthScore: v.health_score,
    segment: v.segment,
    industry: v.industry,
    region: v.region,
    employees: v.employees,
    plan: v.plan,
    owner: v.owner_email,
    attributes,
    mainContract: mainContract(context),
  }
}

function mainContract(context: RowContext): Draft | undefined {
  const v = context.values
  const period = v.arr_period === 'month' ? 'month' : 'year'
  const amount = context.money('arr', period)
  if (!amount && v.renewal_date === undefined) return undefined
  return {
    externalId: `${String(v.external_id)}#main`,
    amount,
    period,
    renewsOn: v.renewal_date,
  }
}

function contracts(context: RowContext): Draft {
  const v = context.values
  if (v.evergreen === true && v.renewal_date !== undefined) {
    context.refuse('renewal_date', 'An evergreen contract has no renewal date.')
  }
  const { start, renewal_date: renewal, end_date: end } = v
  if (typeof start === 'string' && typeof renewal === 'string' && renewal <= start) {
    context.refuse('renewal_date', 'The renewal must be after the start.')
  }
  if (typeof start === 'string' && typeof end === 'string' && end < start) {
    context.refuse('end_date', 'The end is before the start.')
  }
  const period = v.period === 'month' ? 'month' : 'year'
  return {
    externalId: v.external_id,
    account: context.account(),
    covers: Array.isArray(v.covers)
      ? v.covers.filter((id) => id !== v.account_external_id)
      : undefined,
    productLine: v.product_line,
    amount: context.money('amount', period),
    period,
    startsOn: v.start,
    renewsOn: v.renewal_date,
    evergreen: v.evergreen,
    noticeDays: v.notice_days,
    autoRenew: v.auto_renew,
    endedOn: v.end_date,
  }
}

function opportunities(context: RowContext): Draft {
  const v = context.values
  return {
    externalId: v.external_id,
    account: context.account(),
    name: v.name,
    amount: context.money('amount', 'year'),
    stage: v.stage,
    state: opportunityState(context),
    probability: v.probability,
    closesOn: v.close_date,
    kind: v.kind,
    productLine: v.product_line,
  }
}

/** Closed and won flags win over a state of its own, that over the stage. */
function opportunityState({ mapping, values }: RowContext): unknown {
  const { is_won: won, is_closed: closed, state, stage } = values
  if (won === true) return 'won'
  if (closed === true) return 'lost'
  if (mapping.columns.is_closed !== undefined) return 'open'
  if (state !== undefined || typeof stage !== 'string') return state
  return chooseValue(stage, OPPORTUNITY_STATES, mapping.values.state) ?? undefined
}

function requests(context: RowContext): Draft {
  const v = context.values
  if (v.status === 'duplicate' && v.original_external_id === undefined) {
    context.refuse('status', 'It is called a duplicate, but not of which request.')
  }
  if (v.original_external_id === v.external_id) {
    context.refuse('original_external_id', 'A request cannot repeat itself.')
  }
  if (v.evidence === 'customer_written' && !v.evidence_url && !v.body) {
    context.refuse('evidence', 'What the customer wrote needs its text or a link to it.')
  }
  return {
    externalId: v.external_id,
    title: v.title,
    body: v.body,
    type: v.type,
    importance: v.importance,
    state: v.status,
    sourceStatus: v.source_status,
    productLine: v.product_line,
    area: v.area,
    account: context.account(),
    contactName: contactName(v.requester_name, v.requester_email),
    submittedBy: v.submitted_by_email,
    evidence: v.evidence,
    evidenceUrl: v.evidence_url,
    contractExternalIds: v.contract_external_ids,
    opportunityExternalIds: v.opportunity_external_ids,
    createdAt: v.created_at,
    answer: v.answer,
    originalExternalId: v.status === 'duplicate' ? v.original_external_id : undefined,
  }
}

function contactName(name: unknown, email: unknown): unknown {
  return typeof name === 'string' && typeof email === 'string'
    ? `${name} (${email})`
    : (name ?? email)
}
