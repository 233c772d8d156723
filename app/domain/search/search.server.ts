import { and, asc, desc, eq, isNull, or, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

import { findAccounts } from '#app/domain/accounts/find-accounts.server.ts'
import { authorize, type Context } from '#app/domain/context.ts'
import { findItems } from '#app/domain/items/find-items.server.ts'
import { STATE_LABELS } from '#app/domain/requests/words.ts'
import { fold } from '#app/lib/fold.ts'
import { likePattern } from '#app/lib/like-pattern.ts'
import { itemKey, parseKey, requestKey } from '#app/lib/readable-id.ts'
import { accounts } from '#db/schema/accounts.ts'
import { people } from '#db/schema/people.ts'
import { requests } from '#db/schema/requests.ts'

/** Hits of each kind. */
const MOST = 8
const LONGEST = 200

export type Hit = {
  kind: 'account' | 'request' | 'item' | 'person'
  /** `REQ-142`, `ITEM-17`; empty where there is none. */
  id: string
  title: string
  detail: string
  href: string
}

/**
 * Accounts, requests, items and people by words in any order, without regard to case and accents, or by number
 * (`REQ-142`, `item 17`, `142`); at most 8 of each. Nothing for a text without a letter or digit.
 */
export async function search(ctx: Context, text: string): Promise<Hit[]> {
  authorize(ctx, 'read')
  const typed = text
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, LONGEST)
  if (!/[\p{L}\p{N}]/u.test(typed)) return []
  const number = /^\d{1,9}$/.test(typed) ? Number(typed) : null
  const [foundAccounts, foundRequests, foundItems, foundPeople] = await Promise.all([
    findAccounts(ctx, typed),
    findRequests(ctx, typed, number),
    findItems(ctx, number === null ? typed : itemKey(number)),
    findPeople(ctx, typed),
  ])
  return [
    ...foundRequests.map(({ id, title, account, state }): Hit => ({
      kind: 'request',
      id: requestKey(id),
      title,
      detail: `${account}, ${STATE_LABELS[state].toLowerCase()}`,
      href: `/requests/${id}`,
    })),
    ...foundItems.map(({ id, title, line }): Hit => ({
      kind: 'item',
      id: itemKey(id),
      title,
      detail: line,
      href: `/items/${id}`,
    })),
    ...foundAccounts.map(({ id, name, industry, region }): Hit => ({
      kind: 'account',
      id: '',
      title: name,
      detail: [industry, region].filter(Boolean).join(', '),
      href: `/accounts/${id}`,
    })),
    ...foundPeople.map(({ id, name, team }): Hit => ({
      kind: 'person',
      id: '',
      title: name,
      detail: { cs: 'Customer Success', product: 'Product', other: '' }[team],
      href: team === 'product' ? `/backlog?owner=${id}` : `/accounts?owner=${id}`,
    })),
  ]
}

function everyWord(column: AnyPgColumn, typed: string) {
  const words = fold(typed).split(/\s+/u).filter(Boolean)
  return and(...words.map((word) => sql`${column} like ${likePattern(word)}`))
}

function findRequests({ db }: Context, typed: string, number: number | null) {
  const key = parseKey(typed)
  const id = number ?? (key?.kind === 'request' ? key.id : null)
  const likeness = sql`similarity(${requests.titleFold}, ${fold(typed)})`
  return db
    .select({
      id: requests.id,
      title: requests.title,
      state: requests.state,
      account: accounts.name,
    })
    .from(requests)
    .innerJoin(accounts, eq(accounts.id, requests.accountId))
    .where(
      or(
        id === null ? undefined : eq(requests.id, id),
        everyWord(requests.titleFold, typed),
        everyWord(requests.bodyFold, typed),
      ),
    )
    .orderBy(
      ...(id === null ? [] : [desc(sql`${requests.id} = ${id}`)]),
      desc(likeness),
      desc(requests.id),
    )
    .limit(MOST)
}

function findPeople({ db }: Context, typed: string) {
  return db
    .select({ id: people.id, name: people.name, team: people.team })
    .from(people)
    .where(and(isNull(people.deactivatedAt), everyWord(people.nameFold, typed)))
    .orderBy(asc(people.name), asc(people.id))
    .limit(MOST)
}
