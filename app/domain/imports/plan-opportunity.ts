import type { FieldValues } from './diff.ts'
import { aside, planned, PlanNotes, type Plan, type PlanContext } from './plan.ts'
import { lineOf, type ExistingRecord } from './plan-contract.ts'
import type { OpportunityRow } from './records.ts'
import { findAccount, referenceText } from './references.ts'

/** What an opportunity's row does. Without a kind, a prospect's deal is new business and any other an expansion. */
export function planOpportunity(
  row: OpportunityRow,
  existing: ExistingRecord | null,
  matchedId: number | null,
  context: PlanContext,
): Plan {
  const notes = new PlanNotes(context)
  const found = findAccount(row.account, context.references, matchedId)
  if (found.account === null && existing === null) {
    return aside(notes.at(found.field, found.message), referenceText(row.account))
  }
  const usual = found.account?.lifecycle === 'prospect' ? 'new' : 'expansion'
  const fields: FieldValues = {
    accountId: found.account?.id,
    name: row.name,
    kind: row.kind ?? (existing ? undefined : usual),
    amount: row.amount,
    stage: row.stage,
    state: row.state,
    probability: row.probability,
    closesOn: row.closesOn,
    productLineId: lineOf(row.productLine, context, notes),
  }
  return planned(fields, existing, notes.remarks)
}
