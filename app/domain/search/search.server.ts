import { and, asc, desc, eq, isNull, ne, or, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

import { may } from '#app/auth/permissions.ts'
import { findAccounts } from '#app/domain/accounts/find-accounts.server.ts'
import { authorize, type Context } from '#app/domain/context.ts'
import { findItems } from '#app/domain/items/find-items.server.ts'
import { STATE_LABELS } from '#app/domain/requests/labels.ts'
import { wordsOf } from '#app/domain/requests/look-alike.ts'
import { fold } from '#app/lib/fold.ts'
import { likePattern } from '#app/lib/like-pattern.ts'
import { itemKey, parseKey, requestKey } from '#app/lib/readable-id.ts'
import type { Team } from '#db/constants.ts'
import { accounts } from '#db/schema/accounts.ts'
import { people } from '#db/schema/people.ts'
import { requests } from '#db/schema/requests.ts'

import type { SearchResult } from './answer.ts'

/** Hits of each kind. */
const MOST = 8
const LONGEST = 200

/**
 * Accounts, requests, items and people by words in any order, without regard to case and accents, or by number
 * (`REQ-142`, `item 17`, `142`); at most 8 of each. Nothing for a text without a letter or digit.
 */
export async function search(ctx: Context, text: string): Promise<SearchResult[]> {
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
    ...foundRequests.map(({ id, title, account, state }): SearchResult => ({
      kind: 'request',
      id: requestKey(id),
      title,
      detail: `${account}, ${STATE_LABELS[state].toLowerCase()}`,
      href: `/requests/${id}`,
    })),
    ...foundItems.map(({ id, title, line }): SearchResult => ({
      kind: 'item',
      id: itemKey(id),
      title,
      detail: line,
      href: `/items/${id}`,
    })),
    ...foundAccounts.map(({ id, name, industry, region }): SearchResult => ({
      kind: 'account',
      id: '',
      title: name,
      detail: [industry, region].filter(Boolean).join(', '),
      href: `/accounts/${id}`,
    })),
    ...foundPeople.map(({ id, name, team }): SearchResult => ({
      kind: 'person',
      id: '',
      title: name,
      detail: { cs: 'Customer Success', product: 'Product', other: '' }[team],
      href: personHref(ctx, id, team),
    })),
  ]
}

/** To the person for admins, for others to what the person looks after. */
function personHref(ctx: Context, id: number, team: Team): string {
  if (may(ctx.actor, 'people.manage')) return `/people/${id}`
  return team === 'product' ? `/backlog?owner=${id}` : `/accounts?owner=${id}`
}

function everyWord(column: AnyPgColumn, typed: string) {
  const words = fold(typed).split(/\s+/u).filter(Boolean)
  return and(...words.map((word) => sql`${column} like ${likePattern(word)}`))
}

/** Every word begins a word of the title or the text; the expression is that of the index. */
function mentionsEveryWord(typed: string) {
  const words = wordsOf(typed).map((word) => `'${word}':*`)
  if (words.length === 0) return undefined
  const text = sql`to_tsvector('simple', ${requests.titleFold} || ' ' || ${requests.bodyFold})`
  return sql`${text} @@ to_tsquery('simple', ${words.join(' & ')})`
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
        mentionsEveryWord(typed),
        sql`${requests.titleFold} % ${fold(typed)}`,
      ),
    )
    .orderBy(
      ...(id === null ? [] : [desc(sql`${requests.id} = ${id}`)]),
      desc(likeness),
      desc(requests.id),
    )
    .limit(MOST)
}

/** Whoever looks after nothing is a page of its own for admins only, so nobody else finds them. */
function findPeople({ db, actor }: Context, typed: string) {
  return db
    .select({ id: people.id, name: people.name, team: people.team })
    .from(people)
    .where(
      and(
        isNull(people.deactivatedAt),
        may(actor, 'people.manage') ? undefined : ne(people.team, 'other'),
        or(everyWord(people.nameFold, typed), sql`${people.nameFold} % ${fold(typed)}`),
      ),
    )
    .orderBy(asc(people.name), asc(people.id))
    .limit(MOST)
}
