import { asc, eq } from 'drizzle-orm'

import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import type { Executor } from '#db/client.ts'
import { changes } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { events } from '#db/schema/organisation.ts'
import {
  makeAccount,
  makeCompany,
  makeContract,
  makeItem,
  makePerson,
  NOW,
  submission,
} from '#tests/support/company.ts'

/**
 * A company with two items: two accounts ask for the first, one of them and a third for the second.
 * `ctx` is the PM's.
 */
export async function makeItems(db: Executor) {
  const company = await makeCompany(db)
  const { as, csm, pm, lineId } = company
  const viewer = await makePerson(db, { name: 'Vera Lund', team: 'product', role: 'viewer' })
  const itemId = await makeItem(db, { productLineId: lineId, title: 'SSO/SAML', createdAt: NOW })
  const otherId = await makeItem(db, {
    productLineId: lineId,
    title: 'Sign-in by Entra ID',
    createdAt: NOW,
  })
  const ask = async (accountId: number, sameAs: number) => {
    const input = submission({ accountId, productLineId: lineId, sameAs })
    return (await submitRequest(as(csm), input)).id
  }
  const accounts = [
    await makeAccount(db, { name: 'Anadolu Lojistik', healthScore: 35 }),
    await makeAccount(db, { name: 'Bosphorus Retail', healthScore: 70 }),
    await makeAccount(db, { name: 'Tauern Spedition' }),
  ] as const
  for (const accountId of accounts) await makeContract(db, { accountId })
  const [anadolu, bosphorus, tauern] = accounts
  const requestIds = [await ask(anadolu, itemId), await ask(bosphorus, itemId)]
  const otherRequestIds = [await ask(bosphorus, otherId), await ask(tauern, otherId)]
  const ctx = as(pm)
  await refreshScores(ctx, 'all')
  return {
    ...company,
    ...{ ctx, viewer, itemId, otherId, accounts, requestIds, otherRequestIds, ask },
  }
}

export type World = Awaited<ReturnType<typeof makeItems>>

export async function readItem(db: Executor, itemId: number) {
  const [row] = await db.select().from(items).where(eq(items.id, itemId))
  if (!row) throw new Error(`ITEM-${itemId} is gone`)
  return row
}

/** Names of the events on an item, oldest first. */
export async function eventsOn(db: Executor, itemId: number): Promise<string[]> {
  const rows = await db.select().from(events).orderBy(asc(events.id))
  return rows
    .filter((row) => row.subjectType === 'item' && row.subjectId === String(itemId))
    .map(({ name }) => name)
}

/** The history of an item: field, before, after, by whom, and the version it made. */
export async function historyOf(db: Executor, itemId: number) {
  const rows = await db
    .select()
    .from(changes)
    .where(eq(changes.subjectId, itemId))
    .orderBy(asc(changes.id))
  return rows
    .filter((row) => row.subjectType === 'item')
    .map((row) => [row.field, row.before, row.after, row.changedBy, row.subjectVersion])
}
