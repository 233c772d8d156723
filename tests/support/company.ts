import type { Actor, Context } from '#app/domain/context.ts'
import { createOrganisation } from '#app/domain/organisation/create-organisation.server.ts'
import type { SubmissionInput } from '#app/domain/requests/schemas.ts'
import { fold } from '#app/lib/fold.ts'
import type { Executor } from '#db/client.ts'
import { accounts, contracts, opportunities } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { productLines } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'

/** Thursday morning, 15 January 2026. */
export const NOW = new Date('2026-01-15T09:30:00Z')

type New<Row> = Partial<Row>

function only<T>(rows: readonly T[]): T {
  const [row] = rows
  if (row === undefined) throw new Error('Nothing was written')
  return row
}

let made = 0

/** A person; a CSM unless told otherwise. */
export async function makePerson(
  db: Executor,
  values: New<typeof people.$inferInsert> = {},
): Promise<Actor> {
  const name = values.name ?? `Person ${++made}`
  const row = only(
    await db
      .insert(people)
      .values({
        name,
        nameFold: fold(name),
        email: `person${++made}@example.com`,
        role: 'contributor',
        team: 'cs',
        ...values,
      })
      .returning(),
  )
  return { id: row.id, name: row.name, role: row.role, team: row.team }
}

/**
 * A company with one product line (Platform, Berlin, EUR), a CSM and a PM, each with a context of their own.
 */
export async function makeCompany(db: Executor) {
  const csm = await makePerson(db, { name: 'Selin Aksoy' })
  const pm = await makePerson(db, { name: 'Jonas Weber', team: 'product' })
  const as = (actor: Actor, now = NOW): Context => ({ db, actor, now })
  await createOrganisation(as(csm), {
    name: 'Example',
    timeZone: 'Europe/Berlin',
    baseCurrency: 'EUR',
    productLine: 'Platform',
  })
  const line = only(await db.select({ id: productLines.id }).from(productLines))
  return { csm, pm, as, lineId: line.id }
}

export async function makeLine(db: Executor, name: string): Promise<number> {
  const slug = fold(name).replaceAll(' ', '-')
  return only(await db.insert(productLines).values({ name, slug }).returning()).id
}

export async function makeAccount(
  db: Executor,
  values: New<typeof accounts.$inferInsert> = {},
): Promise<number> {
  const name = values.name ?? `Account ${++made}`
  return only(
    await db
      .insert(accounts)
      .values({ name, nameFold: fold(name), ...values })
      .returning(),
  ).id
}

/** An open contract of €96,000 a year that renews on 31 May 2026. */
export async function makeContract(
  db: Executor,
  values: New<typeof contracts.$inferInsert> & { accountId: number },
): Promise<number> {
  return only(
    await db
      .insert(contracts)
      .values({ amountMinor: 96_000_00, currency: 'EUR', renewsOn: '2026-05-31', ...values })
      .returning(),
  ).id
}

/** An open expansion of €18,000 that closes on 1 April 2026. */
export async function makeOpportunity(
  db: Executor,
  values: New<typeof opportunities.$inferInsert> & { accountId: number },
): Promise<number> {
  return only(
    await db
      .insert(opportunities)
      .values({
        name: 'Two more depots',
        kind: 'expansion',
        amountMinor: 18_000_00,
        currency: 'EUR',
        closesOn: '2026-04-01',
        ...values,
      })
      .returning(),
  ).id
}

export async function makeItem(
  db: Executor,
  values: New<typeof items.$inferInsert> & { productLineId: number },
): Promise<number> {
  const title = values.title ?? `Item ${++made}`
  const description = values.description ?? ''
  return only(
    await db
      .insert(items)
      .values({
        title,
        description,
        titleFold: fold(title),
        bodyFold: fold(description),
        type: 'feature_request',
        ...values,
      })
      .returning(),
  ).id
}

/** A feature request as its form gives it; what is at stake follows the rule. */
export function submission(
  values: Partial<SubmissionInput> & Pick<SubmissionInput, 'accountId' | 'productLineId'>,
): SubmissionInput {
  return {
    body: 'Unless we sign in through Entra ID we cannot renew.',
    importance: 'major',
    type: 'feature_request',
    evidence: 'none',
    source: 'call',
    contractIds: [],
    opportunityIds: [],
    ...values,
  }
}
