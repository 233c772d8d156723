import { randomUUID } from 'node:crypto'

import { and, asc, desc, eq, isNull, ne } from 'drizzle-orm'

import { addContract } from '#app/domain/accounts/add-contract.server.ts'
import { addOpportunity } from '#app/domain/accounts/add-opportunity.server.ts'
import { fetchContract } from '#app/domain/accounts/contract-records.server.ts'
import { contractEditSchema, contractSchema } from '#app/domain/accounts/contract-schemas.ts'
import { editAccount } from '#app/domain/accounts/edit-account.server.ts'
import {
  editContract,
  endContract,
  reopenContract,
} from '#app/domain/accounts/edit-contract.server.ts'
import { closeOpportunity } from '#app/domain/accounts/edit-opportunity.server.ts'
import { opportunitySchema } from '#app/domain/accounts/opportunity-schemas.ts'
import { setHealth } from '#app/domain/accounts/set-health.server.ts'
import { setStrategicWeight } from '#app/domain/accounts/set-strategic-weight.server.ts'
import type { Context } from '#app/domain/context.ts'
import { DomainError } from '#app/domain/errors.ts'
import { fetchImport } from '#app/domain/imports/import-record.server.ts'
import { runImport } from '#app/domain/imports/run-import.server.ts'
import { applyImport, mapColumns, undoImport } from '#app/domain/imports/steps.server.ts'
import { changeStatus } from '#app/domain/items/change-status.server.ts'
import { estimateCost } from '#app/domain/items/estimate-cost.server.ts'
import { mergeItems } from '#app/domain/items/merge-items.server.ts'
import { setShipDate } from '#app/domain/items/set-ship-date.server.ts'
import { STEPS } from '#app/domain/items/words.ts'
import { saveModelVersion } from '#app/domain/model/save-model-version.server.ts'
import { getPlanRates } from '#app/domain/organisation/get-plan-rates.server.ts'
import { setPlanRates } from '#app/domain/organisation/rates.server.ts'
import { recordOutcome } from '#app/domain/outcomes/record-outcome.server.ts'
import { outcomeSchema } from '#app/domain/outcomes/schemas.ts'
import { acceptNo } from '#app/domain/requests/accept-no.server.ts'
import { confirmClaim } from '#app/domain/requests/confirm-claim.server.ts'
import { reportSolved } from '#app/domain/requests/report-solved.server.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { getModelVersion } from '#app/domain/scoring/model-version.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { declineRequest } from '#app/domain/triage/decline-request.server.ts'
import { doubtEvidence } from '#app/domain/triage/doubt-evidence.server.ts'
import { linkToItem } from '#app/domain/triage/link-to-item.server.ts'
import { linkToNewItem } from '#app/domain/triage/link-to-new-item.server.ts'
import { mergeDuplicate } from '#app/domain/triage/merge-duplicate.server.ts'
import { reopenRequest } from '#app/domain/triage/reopen-request.server.ts'
import { retypeRequest } from '#app/domain/triage/retype-request.server.ts'
import { settleImportance } from '#app/domain/triage/settle-importance.server.ts'
import { splitRequest } from '#app/domain/triage/split-request.server.ts'
import { undoDecision } from '#app/domain/triage/undo-decision.server.ts'
import { unlinkRequest } from '#app/domain/triage/unlink-request.server.ts'
import { addDays } from '#app/lib/dates.ts'
import type { Random } from '#app/lib/random.ts'
import type { Executor } from '#db/client.ts'
import {
  EVIDENCES,
  IMPORTANCES,
  LIFECYCLES,
  REQUEST_TYPES,
  type ItemStatus,
  type RequestState,
} from '#db/constants.ts'
import { accounts, contracts, opportunities } from '#db/schema/accounts.ts'
import { imports } from '#db/schema/imports.ts'
import { items } from '#db/schema/items.ts'
import { requestDecisions, requests } from '#db/schema/requests.ts'
import {
  makeAccount,
  makeCompany,
  makeContract,
  makeItem,
  makeLine,
  makePerson,
  submission,
} from '#tests/support/company.ts'
import { upload } from '#tests/integration/imports/world.ts'

const TODAY = '2026-01-15'
const REASON = 'For the test.'

/** Four accounts, one of them another's child, five items of two product lines, and people who may do everything. */
export async function makeField(db: Executor) {
  const company = await makeCompany(db)
  const cs = company.as(await makePerson(db, { role: 'manager', team: 'cs' }))
  const product = company.as(company.pm)
  const lead = company.as(await makePerson(db, { role: 'manager', team: 'product' }))
  const admin = company.as(await makePerson(db, { role: 'admin', team: 'cs' }))
  const lines = [company.lineId, await makeLine(db, 'Analytics')]
  const parentId = await makeAccount(db, { healthScore: 35 })
  await makeContract(db, { accountId: parentId, amountMinor: 240_000_00, renewsOn: '2026-04-20' })
  for (const more of [{ parentId }, { healthScore: 81 }, {}]) {
    const accountId = await makeAccount(db, more)
    await makeContract(db, { accountId, amountMinor: 60_000_00 })
  }
  for (const productLineId of [...lines, ...lines, company.lineId])
    await makeItem(db, { productLineId })
  await refreshScores(cs, 'all')
  await shipOne(cs, product, { accountId: parentId, productLineId: company.lineId })
  return { db, cs, product, lead, admin, lines }
}

/** An item that is shipped, and whose customer has still to say whether it solved the need. */
async function shipOne(
  cs: Context,
  product: Context,
  place: { accountId: number; productLineId: number },
): Promise<void> {
  const itemId = await makeItem(cs.db, { productLineId: place.productLineId })
  const { id } = await submitRequest(cs, submission(place))
  await linkToItem(product, { requestId: id, version: 1, itemId })
  await changeStatus(product, { itemId, version: 1, to: 'shipped', reason: REASON })
}

export type Field = Awaited<ReturnType<typeof makeField>>

/** One of the rows; where there is none, there is nothing to do. */
function oneOf<T>(random: Random, rows: readonly T[]): T {
  if (rows.length === 0) throw new DomainError('not_found', 'There is none.')
  return random.pick(rows)
}

async function anyAccount({ db }: Field, random: Random) {
  return oneOf(random, await db.select().from(accounts).orderBy(asc(accounts.id)))
}

async function anyItem({ db }: Field, random: Random) {
  return oneOf(
    random,
    await db.select().from(items).where(isNull(items.mergedIntoId)).orderBy(asc(items.id)),
  )
}

/** A request, of some state or for an item of some status where the operation needs it. */
async function anyRequest(
  { db }: Field,
  random: Random,
  { state, status }: { state?: RequestState; status?: ItemStatus } = {},
) {
  const rows = await db
    .select({ request: requests })
    .from(requests)
    .leftJoin(items, eq(items.id, requests.itemId))
    .where(and(state && eq(requests.state, state), status && eq(items.status, status)))
    .orderBy(asc(requests.id))
  return oneOf(random, rows).request
}

async function anyContract({ db }: Field, random: Random) {
  const rows = await db.select({ id: contracts.id }).from(contracts).orderBy(asc(contracts.id))
  return fetchContract({ db }, oneOf(random, rows).id)
}

function terms(field: Field, random: Random, covers: readonly number[]) {
  const evergreen = random.chance(0.15)
  return {
    amount: String(random.int(1, 400_000)),
    currency: random.pick(['EUR', 'EUR', 'TRY', 'USD', 'JPY']),
    period: random.pick(['year', 'month'] as const),
    evergreen,
    renewsOn: evergreen || random.chance(0.1) ? undefined : addDays(TODAY, random.int(-120, 900)),
    productLineId: random.chance(0.3) ? random.pick(field.lines) : undefined,
    noticeDays: random.int(0, 120),
    covers: [...covers],
  }
}

const versioned = ({ id, version }: { id: number; version: number }) => ({ requestId: id, version })
const seen = ({ id, version }: { id: number; version: number }) => ({ itemId: id, version })

async function ask(field: Field, random: Random): Promise<void> {
  const { id: accountId } = await anyAccount(field, random)
  const item = await anyItem(field, random)
  await submitRequest(
    field.cs,
    submission({
      accountId,
      productLineId: random.pick(field.lines),
      importance: random.pick(IMPORTANCES),
      evidence: random.pick(EVIDENCES),
      evidenceQuote: 'Otherwise we leave.',
      type: random.pick(['bug', 'feature_request']),
      sameAs: random.chance(0.6) ? item.id : undefined,
      submissionKey: randomUUID(),
    }),
  )
}

async function importAccounts({ cs, db }: Field, random: Random): Promise<void> {
  const content = [
    'external_id,name,arr,currency,renewal_date,health_score',
    ...[1, 2].map(
      (n) =>
        `A-${n},Imported ${n},${random.int(1, 90)}000,EUR,2026-06-${10 + n},${random.int(0, 100)}`,
    ),
    '',
  ].join('\n')
  const importId = await upload(cs, 'accounts', content)
  const { settings } = await fetchImport(cs, importId)
  await mapColumns(cs, importId, settings.mapping)
  await runImport({ db, now: cs.now }, importId)
  await applyImport(cs, importId)
  await runImport({ db, now: cs.now }, importId)
}

async function takeImportBack({ cs, db }: Field): Promise<void> {
  const [last] = await db
    .select({ id: imports.id })
    .from(imports)
    .where(eq(imports.state, 'applied'))
    .orderBy(desc(imports.id))
    .limit(1)
  if (!last) throw new DomainError('not_found', 'There is none.')
  await undoImport(cs, last.id)
  await runImport({ db, now: cs.now }, last.id)
}

async function undoLast({ db, product }: Field, random: Random): Promise<void> {
  const decisions = await db
    .select({ id: requestDecisions.id })
    .from(requestDecisions)
    .where(isNull(requestDecisions.undoneAt))
    .orderBy(desc(requestDecisions.id))
    .limit(3)
  await undoDecision(product, { decisionId: oneOf(random, decisions).id })
}

/** What people do that moves a score, each by its own command. Anything may be refused, as for people. */
export const OPERATIONS: Readonly<
  Record<string, (field: Field, random: Random) => Promise<unknown>>
> = {
  ask,
  link: async (field, random) =>
    linkToItem(field.product, {
      ...versioned(await anyRequest(field, random)),
      itemId: (await anyItem(field, random)).id,
    }),
  linkToNew: async (field, random) =>
    linkToNewItem(field.product, {
      ...versioned(await anyRequest(field, random)),
      title: 'Found in triage',
      type: 'feature_request',
      productLineId: random.pick(field.lines),
    }),
  unlink: async (field, random) =>
    unlinkRequest(field.product, versioned(await anyRequest(field, random))),
  split: async (field, random) => {
    const itemId = (await anyItem(field, random)).id
    const parts = ['One', 'Two', 'Three'].map((title, i) => ({
      title,
      body: title,
      ...(i !== 1 && { itemId }),
    }))
    await splitRequest(field.product, {
      ...versioned(await anyRequest(field, random, { state: 'new' })),
      parts,
    })
  },
  mergeRequests: async (field, random) => {
    const request = await anyRequest(field, random, { state: 'new' })
    const others = await field.db
      .select({ id: requests.id })
      .from(requests)
      .where(and(eq(requests.accountId, request.accountId), ne(requests.id, request.id)))
      .orderBy(asc(requests.id))
    const otherId = oneOf(random, others).id
    await mergeDuplicate(field.product, { ...versioned(request), otherId })
  },
  decline: async (field, random) =>
    declineRequest(field.product, {
      ...versioned(await anyRequest(field, random, { state: 'new' })),
      reason: 'too_costly',
      words: REASON,
    }),
  reopen: async (field, random) =>
    reopenRequest(field.product, versioned(await anyRequest(field, random, { state: 'declined' }))),
  acceptNo: async (field, random) =>
    acceptNo(field.cs, (await anyRequest(field, random, { state: 'declined' })).id),
  confirm: async (field, random) => confirmClaim(field.cs, (await anyRequest(field, random)).id),
  solved: async (field, random) =>
    reportSolved(field.cs, {
      requestId: (await anyRequest(field, random, { state: 'linked', status: 'shipped' })).id,
      solved: random.chance(0.5),
    }),
  settle: async (field, random) =>
    settleImportance(field.cs, {
      ...versioned(await anyRequest(field, random)),
      importance: random.pick(IMPORTANCES),
      reason: REASON,
    }),
  doubt: async (field, random) =>
    doubtEvidence(field.product, {
      ...versioned(await anyRequest(field, random)),
      ...(random.chance(0.7) ? { convincing: 'no', reason: REASON } : { convincing: 'yes' }),
    }),
  retype: async (field, random) =>
    retypeRequest(field.product, {
      ...versioned(await anyRequest(field, random)),
      type: random.pick(REQUEST_TYPES),
    }),
  undo: undoLast,
  mergeItems: async (field, random) => {
    const from = await anyItem(field, random)
    const into = await anyItem(field, random)
    await mergeItems(field.product, {
      ...seen(from),
      intoId: into.id,
      intoVersion: into.version,
      reason: REASON,
    })
  },
  status: async (field, random) =>
    changeStatus(field.product, {
      ...seen(await anyItem(field, random)),
      to: random.chance(0.5) ? random.pick(['shipped', 'declined']) : random.pick(STEPS),
      reason: REASON,
    }),
  cost: async (field, random) => {
    const costLow = random.int(1, 6)
    const costLikely = costLow + random.int(0, 5)
    await estimateCost(field.product, {
      ...seen(await anyItem(field, random)),
      ...(random.chance(0.7)
        ? { costLow, costLikely, costHigh: costLikely + random.int(0, 9) }
        : { costSize: random.pick(['S', 'M', 'L', 'XL'] as const) }),
    })
  },
  shipDate: async (field, random) =>
    setShipDate(field.product, {
      ...seen(await anyItem(field, random)),
      shipsOn: addDays(TODAY, random.int(0, 200)),
      shipQuarter: null,
      shipConfidence: 'medium',
    }),
  health: async (field, random) => {
    const { id, version } = await anyAccount(field, random)
    const healthScore = random.chance(0.8) ? random.int(0, 100) : null
    const healthColour = healthScore === null ? random.pick(['red', 'green', null] as const) : null
    await setHealth(field.cs, { accountId: id, version, healthScore, healthColour })
  },
  strategic: async (field, random) => {
    const { id, version } = await anyAccount(field, random)
    await setStrategicWeight(field.cs, {
      ...{ accountId: id, version, strategicWeight: random.pick([0.8, 1, 1.25]) },
      ...{ strategicReason: REASON, strategicUntil: '2026-12-31' },
    })
  },
  parent: async (field, random) => {
    const account = await anyAccount(field, random)
    const parent = random.chance(0.7) ? (await anyAccount(field, random)).id : null
    await editAccount(field.cs, { ...account, accountId: account.id, parentId: parent })
  },
  owner: async (field, random) => {
    const account = await anyAccount(field, random)
    const ownerId = random.chance(0.5) ? field.cs.actor.id : null
    await editAccount(field.cs, { ...account, accountId: account.id, ownerId })
  },
  lifecycle: async (field, random) => {
    const account = await anyAccount(field, random)
    const lifecycle = random.chance(0.7) ? 'active' : random.pick(LIFECYCLES)
    await editAccount(field.cs, { ...account, accountId: account.id, lifecycle })
  },
  addContract: async (field, random) => {
    const account = await anyAccount(field, random)
    const children = await field.db
      .select({ id: accounts.id })
      .from(accounts)
      .where(eq(accounts.parentId, account.id))
    const covers = children.map(({ id }) => id)
    const input = contractSchema.parse(terms(field, random, covers))
    await addContract(field.cs, { ...input, accountId: account.id })
  },
  editContract: async (field, random) => {
    const { id, version, covers } = await anyContract(field, random)
    const input = contractEditSchema.parse({ ...terms(field, random, covers), version })
    await editContract(field.cs, { ...input, contractId: id })
  },
  endContract: async (field, random) => {
    const { id, version } = await anyContract(field, random)
    const endedOn = addDays(TODAY, random.int(-30, 30))
    await endContract(field.cs, { contractId: id, version, endedOn })
  },
  reopenContract: async (field, random) => {
    const { id, version } = await anyContract(field, random)
    await reopenContract(field.cs, { contractId: id, version })
  },
  addDeal: async (field, random) => {
    const input = opportunitySchema.parse({
      name: 'More seats',
      kind: random.pick(['new', 'expansion', 'renewal']),
      ...(random.chance(0.8) && { amount: String(random.int(1, 90_000)), currency: 'EUR' }),
      ...(random.chance(0.8) && { probability: random.int(0, 100) }),
      closesOn: addDays(TODAY, random.int(-100, 200)),
    })
    await addOpportunity(field.cs, { ...input, accountId: (await anyAccount(field, random)).id })
  },
  closeDeal: async (field, random) => {
    const deals = await field.db.select().from(opportunities).orderBy(asc(opportunities.id))
    const { id, version } = oneOf(random, deals)
    await closeOpportunity(field.cs, {
      opportunityId: id,
      version,
      state: random.pick(['won', 'lost', 'open']),
    })
  },
  rates: async ({ admin }, random) => {
    const { versionId } = await getPlanRates(admin)
    await setPlanRates(admin, {
      reason: REASON,
      rates: ['TRY', 'USD']
        .filter(() => random.chance(0.8))
        .map((currency) => ({ currency, rate: random.int(1, 100) / 100 })),
      ...(versionId !== null && { wasVersionId: versionId }),
    })
  },
  outcome: async (field, random) => {
    const contract = await anyContract(field, random)
    const outcome = random.pick(['renewed', 'churned'] as const)
    const input = outcomeSchema(contract.amount).parse({
      version: contract.version,
      outcome,
      decidedOn: TODAY,
      reason: 'price',
      nextRenewalOn: '2027-03-31',
    })
    await recordOutcome(field.cs, { ...input, contractId: contract.id })
  },
  model: async ({ lead }, random) => {
    const { id, parameters } = await getModelVersion(lead)
    await saveModelVersion(lead, {
      wasVersionId: id,
      reason: REASON,
      parameters: { ...parameters, kReq: random.int(5, 20) / 10 },
    })
  },
  importAccounts,
  takeImportBack,
}
