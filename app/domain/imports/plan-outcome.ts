import type { Money } from '#app/domain/money.ts'
import { amountProblem, decidedFrom } from '#app/domain/outcomes/rules.ts'
import { formatDay, type IsoDate } from '#app/lib/dates.ts'
import type { LossReason, Outcome } from '#db/constants.ts'

import { aside, planned, PlanNotes, wrong, type Plan, type PlanContext } from './plan.ts'
import type { OutcomeRow } from './records.ts'
import { findAccount, referenceText } from './references.ts'

type KnownContract = {
  id: number
  amount: Money
  startsOn: IsoDate | null
  renewsOn: IsoDate | null
  endedOn: IsoDate | null
}

type KnownOutcome = {
  dueOn: IsoDate | null
  decidedOn: IsoDate
  outcome: Outcome
  amountAfterMinor: number | null
  currency: string | null
  reason: LossReason | null
  itemId: number | null
  note: string
}

/** What rows about renewals name and decide, as far as it is here. */
export type RenewalRecords = {
  today: IsoDate
  /** By id in the import's own source, else by an id that only one contract has elsewhere. */
  byExternalId: ReadonlyMap<string, KnownContract>
  byAccount: ReadonlyMap<number, readonly KnownContract[]>
  /** What is recorded already, by contract. */
  decided: ReadonlyMap<number, readonly KnownOutcome[]>
  /** Named items to themselves, or to the one that each was merged into; null when there is none. */
  items: ReadonlyMap<number, number | null>
}

/** What the row does, and the contract that it is about. */
export type OutcomePlan = { plan: Plan; contract: KnownContract | null }

/** What a row about a renewal does: the decision is new, known already, or cannot be recorded. */
export function planOutcome(
  row: OutcomeRow,
  records: RenewalRecords,
  matchedId: number | null,
  context: PlanContext,
): OutcomePlan {
  const notes = new PlanNotes(context)
  const found = findContract(row, records, matchedId, context)
  if (!('contract' in found)) return { plan: found, contract: null }
  const { contract } = found
  const known = records.decided
    .get(contract.id)
    ?.find(({ decidedOn, dueOn }) => decidedOn === row.decidedOn || dueOn === contract.renewsOn)
  if (known && saysTheSame(row, known, records)) {
    return { plan: planned({}, { id: contract.id, fields: {} }, []), contract }
  }
  if (known) {
    const { outcome, decidedOn } = known
    const message = `It is recorded as ${outcome} on ${formatDay(decidedOn)} already. Take that back first.`
    notes.refuse('outcome', message)
  } else {
    refuseMisfits(row, contract, records, notes)
  }
  return {
    plan: notes.problems.length > 0 ? wrong(notes.problems) : planned({}, null, []),
    contract,
  }
}

function findContract(
  { contractExternalId: id, account }: OutcomeRow,
  { byExternalId, byAccount }: RenewalRecords,
  matchedId: number | null,
  context: PlanContext,
): { contract: KnownContract } | Plan {
  const notes = new PlanNotes(context)
  if (id !== undefined) {
    const contract = byExternalId.get(id)
    const message = `No contract has the id “${id}”.`
    return contract ? { contract } : wrong([notes.at('contract_external_id', message)])
  }
  const found = findAccount(account, context.references, matchedId)
  if (found.account === null) {
    return aside(notes.at(found.field, found.message), referenceText(account))
  }
  const all = byAccount.get(found.account.id) ?? []
  const open = all.filter(({ endedOn }) => endedOn === null)
  const [contract, second] = open.length > 0 ? open : all
  if (contract && !second) return { contract }
  const { name } = found.account
  const message = contract
    ? `${name} has several contracts. Name the one by its id.`
    : `${name} has no contract.`
  return wrong([notes.at('contract_external_id', message)])
}

/** Whether the row tells what is recorded; what it leaves out does not count. */
function saysTheSame(row: OutcomeRow, known: KnownOutcome, { items }: RenewalRecords): boolean {
  const { decidedOn, outcome, amount, reason, itemId, note } = row
  const isSame = <T>(told: T | undefined, recorded: T) => told === undefined || told === recorded
  return (
    known.decidedOn === decidedOn &&
    known.outcome === outcome &&
    isSame(amount?.minor, known.amountAfterMinor ?? undefined) &&
    isSame(amount?.currency, known.currency ?? undefined) &&
    isSame(reason, known.reason ?? undefined) &&
    (itemId === known.itemId || isSame(itemId && items.get(itemId), known.itemId)) &&
    isSame(note, known.note)
  )
}

function refuseMisfits(
  { decidedOn, outcome, amount, itemId }: OutcomeRow,
  contract: KnownContract,
  { today, items }: RenewalRecords,
  notes: PlanNotes,
): void {
  const { renewsOn, startsOn } = contract
  if (decidedOn > today) notes.refuse('decided_on', 'The decision cannot be in the future.')
  if (renewsOn !== null && decidedOn < decidedFrom(renewsOn, startsOn)) {
    const message = `The contract renews on ${formatDay(renewsOn)}: this was decided about an earlier renewal.`
    notes.refuse('decided_on', message)
  }
  if (amount) {
    const { currency } = contract.amount
    const problem =
      amount.currency === currency
        ? amountProblem(outcome, amount, contract.amount)
        : `The contract is in ${currency}, this in ${amount.currency}.`
    if (problem !== null) notes.refuse('amount', problem)
  }
  if (itemId !== undefined && (items.get(itemId) ?? null) === null) {
    notes.refuse('item', `There is no item ITEM-${itemId}.`)
  }
}
