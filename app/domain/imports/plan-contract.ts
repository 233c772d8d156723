import { fold } from '#app/lib/fold.ts'

import type { FieldValues } from './diff.ts'
import { aside, planned, PlanNotes, wrong, type Plan, type PlanContext } from './plan.ts'
import type { ContractRow } from './records.ts'
import { findAccount, referenceText } from './references.ts'

/** A record that is here; its account stays when the row's is not known. */
export type ExistingRecord = { id: number; accountId: number; fields: FieldValues }

/** What a contract's row does. @param matchedId the account chosen by hand */
export function planContract(
  row: ContractRow,
  existing: ExistingRecord | null,
  matchedId: number | null,
  context: PlanContext,
): Plan {
  const notes = new PlanNotes(context)
  const found = findAccount(row.account, context.references, matchedId)
  const accountId = found.account?.id ?? existing?.accountId
  if (accountId === undefined && found.account === null) {
    return aside(notes.at(found.field, found.message), referenceText(row.account))
  }
  const covers = row.covers?.map((externalId) => {
    const account = context.references.accounts.byExternalId.get(externalId)
    if (!account) notes.refuse('covers', `No account has the id “${externalId}”.`)
    else if (account.parentId !== accountId) {
      notes.refuse('covers', `${account.name} does not have the holder as its parent.`)
    }
    return account?.id ?? 0
  })
  if (notes.problems.length > 0) return wrong(notes.problems)
  const { renewsOn, evergreen } = row
  const fields: FieldValues = {
    accountId,
    covers: covers && [...new Set(covers)].sort((a, b) => a - b),
    productLineId: lineOf(row.productLine, context, notes),
    amount: row.amount,
    period: row.period,
    startsOn: row.startsOn,
    renewsOn: evergreen === true ? null : renewsOn,
    evergreen: renewsOn !== undefined && existing?.fields.evergreen === true ? false : evergreen,
    noticeDays: row.noticeDays ?? (existing === null && evergreen === true ? 0 : undefined),
    autoRenew: row.autoRenew,
    endedOn: row.endedOn,
  }
  return planned(fields, existing, notes.remarks)
}

/** The product line that a row names; undefined leaves it as it is. */
export function lineOf(
  name: string | undefined,
  { references }: PlanContext,
  notes: PlanNotes,
): number | undefined {
  if (name === undefined) return undefined
  const id = references.lines.get(fold(name))
  if (id === undefined) {
    notes.remark('product_line', `“${name}” is no product line here: it is left out.`)
  }
  return id ?? undefined
}
