import { fold } from '#app/lib/fold.ts'

import type { FieldValues } from './diff.ts'
import { aside, planned, PlanNotes, wrong, type Plan, type PlanContext } from './plan.ts'
import { lineOf, type ExistingRecord } from './plan-contract.ts'
import type { RequestRow } from './records.ts'
import { findAccount, findPerson, personText, referenceText } from './references.ts'

/** Contracts and opportunities of the same source by external id, with the accounts that they touch. */
export type StakeRecords = ReadonlyMap<string, { id: number; accountIds: readonly number[] }>

export type RequestPlanContext = PlanContext & {
  contracts: StakeRecords
  opportunities: StakeRecords
  /** Who imports: the submitter of a request that names nobody of ours. */
  actorId: number
}

/**
 * What a request's row does. Words, importance, contact and evidence follow the file; account, type, product line, area,
 * state and stake are taken over once, because triage changes them here.
 */
export function planRequest(
  row: RequestRow,
  existing: ExistingRecord | null,
  matchedId: number | null,
  context: RequestPlanContext,
): Plan {
  const notes = new PlanNotes(context)
  const words = textFields(row)
  if (existing) return planned(words, existing, [])
  const found = findAccount(row.account, context.references, matchedId)
  const place = placeOf(row, context, notes)
  if (notes.problems.length > 0) return wrong(notes.problems)
  if (found.account === null) {
    return aside(notes.at(found.field, found.message), referenceText(row.account))
  }
  const accountId = found.account.id
  const fields: FieldValues = {
    ...words,
    ...place,
    accountId,
    type: row.type,
    state: row.state,
    submittedBy: submitterOf(row, context, notes),
    contractIds: stakeOf(row.contractExternalIds, context.contracts, accountId, (message) =>
      notes.refuse('contract_external_ids', message),
    ),
    opportunityIds: stakeOf(
      row.opportunityExternalIds,
      context.opportunities,
      accountId,
      (message) => notes.refuse('opportunity_external_ids', message),
    ),
  }
  return notes.problems.length > 0 ? wrong(notes.problems) : planned(fields, null, notes.remarks)
}

/** Without words of its own a request says what its title says. */
function textFields(row: RequestRow): FieldValues {
  const isWritten = row.evidence === 'customer_written'
  const quote = isWritten && row.evidenceUrl === undefined ? row.body?.slice(0, 10_000) : undefined
  return {
    title: row.title,
    body: row.body ?? row.title,
    importance: row.importance,
    contactName: row.contactName,
    evidence: row.evidence,
    evidenceUrl: isWritten ? row.evidenceUrl : undefined,
    evidenceQuote: quote,
  }
}

function placeOf(row: RequestRow, context: PlanContext, notes: PlanNotes) {
  if (row.productLine === undefined) {
    notes.refuse('product_line', 'A request needs a product line.')
    return {}
  }
  const productLineId = lineOf(row.productLine, context, notes)
  if (productLineId === undefined) {
    notes.refuse('product_line', `“${row.productLine}” is no product line here.`)
    return {}
  }
  if (row.area === undefined) return { productLineId }
  const areaId = context.references.areas.get(`${productLineId}:${fold(row.area)}`)
  if (areaId === undefined) {
    notes.remark('area', `The product line has no area “${row.area}”: it is left out.`)
  }
  return { productLineId, areaId }
}

function submitterOf(row: RequestRow, context: RequestPlanContext, notes: PlanNotes): number {
  const { submittedBy: person } = row
  if (person === undefined) return context.actorId
  const found = findPerson(person, context.references, false)
  if (found === null) {
    notes.remark('submitted_by_email', `Nobody here is ${personText(person)}: you submit it.`)
  }
  return found ?? context.actorId
}

function stakeOf(
  externalIds: readonly string[] | undefined,
  known: StakeRecords,
  accountId: number,
  refuse: (message: string) => void,
): number[] | undefined {
  return externalIds?.map((externalId) => {
    const record = known.get(externalId)
    if (!record) refuse(`Nothing here has the id “${externalId}”.`)
    else if (!record.accountIds.includes(accountId)) {
      refuse(`“${externalId}” is of another account.`)
    }
    return record?.id ?? 0
  })
}
