import type { Actor, Context } from '#app/domain/context.ts'
import { addContract } from '#app/domain/accounts/add-contract.server.ts'
import type { ContractInput } from '#app/domain/accounts/contract-schemas.ts'
import { createAccount } from '#app/domain/accounts/create-account.server.ts'
import type { OpportunityInput } from '#app/domain/accounts/opportunity-schemas.ts'
import type { AccountInput } from '#app/domain/accounts/schemas.ts'
import { getPlanRates } from '#app/domain/organisation/get-plan-rates.server.ts'
import { setPlanRates } from '#app/domain/organisation/rates.server.ts'
import { asc, eq } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import type { ChangeSubject } from '#db/constants.ts'
import { changes } from '#db/schema/accounts.ts'
import { events } from '#db/schema/organisation.ts'

import { makeCompany, makePerson } from '#tests/support/company.ts'

/** The account form with nothing but a name. */
export function accountInput(values: Partial<AccountInput> = {}): AccountInput {
  return {
    name: 'Anadolu Lojistik',
    domain: null,
    parentId: null,
    ownerId: null,
    lifecycle: 'active',
    segment: null,
    industry: null,
    region: null,
    employees: null,
    plan: null,
    ...values,
  }
}

/** The contract form: €240,000 a year that renews on 15 May 2026. */
export function contractInput(values: Partial<ContractInput> = {}): ContractInput {
  return {
    name: null,
    amount: { minor: 240_000_00, currency: 'EUR' },
    period: 'year',
    startsOn: null,
    renewsOn: '2026-05-15',
    evergreen: false,
    noticeDays: 60,
    autoRenew: false,
    productLineId: null,
    covers: [],
    confirmLarge: false,
    ...values,
  }
}

/** The opportunity form: an expansion of €18,000. */
export function opportunityInput(values: Partial<OpportunityInput> = {}): OpportunityInput {
  return {
    name: 'Two more depots',
    kind: 'expansion',
    amount: { minor: 18_000_00, currency: 'EUR' },
    stage: null,
    probability: 40,
    closesOn: '2026-04-01',
    productLineId: null,
    confirmLarge: false,
    ...values,
  }
}

/**
 * A company with plan rates (TRY 0.02, USD 0.9), a person of every kind, and two accounts: one of the CSM's own, and
 * one of another CSM.
 */
export async function makeWorld(db: Executor) {
  const { csm, pm, as, lineId } = await makeCompany(db)
  const otherCsm = await makePerson(db, { name: 'Hannah Brandt' })
  const manager = await makePerson(db, { name: 'Ayşe Kaya', role: 'manager' })
  const productManager = await makePerson(db, {
    name: 'Nils Holm',
    role: 'manager',
    team: 'product',
  })
  const viewer = await makePerson(db, { name: 'Vera Lund', role: 'viewer' })
  const outsider = await makePerson(db, { name: 'Otto Gross', team: 'other' })
  const admin = await makePerson(db, { name: 'Ada Min', role: 'admin', team: 'other' })
  const { versionId } = await getPlanRates(as(admin))
  await setPlanRates(as(admin), {
    wasVersionId: versionId ?? undefined,
    reason: 'First quarter',
    rates: [
      { currency: 'TRY', rate: 0.02 },
      { currency: 'USD', rate: 0.9 },
    ],
  })
  const ctx = as(csm)
  const { accountId } = await createAccount(ctx, accountInput({ ownerId: csm.id }))
  const { accountId: othersId } = await createAccount(
    as(otherCsm),
    accountInput({ name: 'Bosphorus Retail', ownerId: otherCsm.id }),
  )
  return {
    ...{ csm, otherCsm, manager, pm, productManager, viewer, outsider, admin },
    ...{ ctx, as, lineId, accountId, othersId },
  }
}

export type World = Awaited<ReturnType<typeof makeWorld>>

/** Gives an account a contract and tells its number. */
export async function giveContract(
  ctx: Context,
  accountId: number,
  values: Partial<ContractInput> = {},
): Promise<number> {
  const { contractId } = await addContract(ctx, { accountId, ...contractInput(values) })
  return contractId
}

/** Names of the events about a record, oldest first. */
export async function eventsOf(
  { db }: Pick<Context, 'db'>,
  subjectType: string,
  id: number,
): Promise<string[]> {
  const rows = await db.select().from(events).orderBy(asc(events.id))
  return rows
    .filter((row) => row.subjectType === subjectType && row.subjectId === String(id))
    .map((row) => row.name)
}

/** The history of a record: field, before, after, by whom, and the version it made. */
export async function historyOf(
  { db }: Pick<Context, 'db'>,
  type: ChangeSubject,
  id: number,
): Promise<[field: string, before: unknown, after: unknown, by: number | null, version: number][]> {
  const rows = await db
    .select()
    .from(changes)
    .where(eq(changes.subjectId, id))
    .orderBy(asc(changes.id))
  return rows
    .filter((row) => row.subjectType === type)
    .map((row) => [row.field, row.before, row.after, row.changedBy, row.subjectVersion])
}

/** Who must be refused on an account of another CSM's, each by name. */
export function strangers(world: World): [string, Actor][] {
  const { csm, pm, productManager, viewer, outsider } = world
  return [
    ['another CSM', csm],
    ['a PM', pm],
    ['a manager of Product', productManager],
    ['a viewer of CS', viewer],
    ['somebody of neither team', outsider],
  ]
}
