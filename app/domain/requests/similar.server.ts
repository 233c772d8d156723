import { and, desc, eq, inArray, isNull, ne, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

import { inTransaction, type Context } from '#app/domain/context.ts'
import type { Horizon, ItemStatus, RequestState } from '#db/constants.ts'
import { accounts } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { requests } from '#db/schema/requests.ts'

import { likeness, tellingWords, wordsOf, type Likeness } from './look-alike.ts'
import { titleOf } from './title.ts'

type Alike = {
  id: number
  title: string
  /** 0 to 1. */
  score: number
  likeness: Likeness
  /** Telling words of the text that the title holds too, folded. */
  shared: string[]
}

export type ItemLookAlike = Alike & {
  status: ItemStatus
  horizon: Horizon | null
  productLineId: number
}

export type RequestLookAlike = Alike & {
  state: RequestState
  itemId: number | null
  accountId: number
  accountName: string
  createdAt: Date
}

export type LookAlikes = { items: ItemLookAlike[]; requests: RequestLookAlike[] }

const SHOWN = 5
const CANDIDATES = 20
/** Of a word that half of all texts hold only the newest matches are ranked. */
const RANKED = 500

/**
 * Items and requests that a text may be asking for already: the five most alike of each, best first.
 * Trigrams of the titles and the words of titles and texts together.
 *
 * @param input.text any text, however long or odd
 * @param input.title compared with the titles; the first sentence of the text when left out
 * @param input.exceptRequestId the request that the text is from
 */
export async function findLookAlikes(
  ctx: Pick<Context, 'db'>,
  input: { text: string; title?: string; exceptRequestId?: number },
): Promise<LookAlikes> {
  const words = tellingWords(`${input.title ?? ''} ${input.text}`)
  if (words.length === 0) return { items: [], requests: [] }
  const title = wordsOf(input.title || titleOf(input.text)).join(' ')
  const query = { title, words: anyOf(words) }

  return inTransaction(ctx, async ({ db }) => {
    await db.execute(sql`select set_config('pg_trgm.similarity_threshold', '0.2', true)`)
    const likeItems = scored(items, query)
    const foundItems = await db
      .select({
        id: items.id,
        title: items.title,
        score: likeItems,
        status: items.status,
        horizon: items.horizon,
        productLineId: items.productLineId,
      })
      .from(items)
      .where(and(isNull(items.mergedIntoId), inArray(items.id, candidates(items, query))))
      .orderBy(desc(likeItems), items.id)
      .limit(SHOWN)
    const likeRequests = scored(requests, query)
    const foundRequests = await db
      .select({
        id: requests.id,
        title: requests.title,
        score: likeRequests,
        state: requests.state,
        itemId: requests.itemId,
        accountId: requests.accountId,
        accountName: accounts.name,
        createdAt: requests.createdAt,
      })
      .from(requests)
      .innerJoin(accounts, eq(accounts.id, requests.accountId))
      .where(
        and(
          ne(requests.id, input.exceptRequestId ?? 0),
          ne(requests.state, 'duplicate'),
          inArray(requests.id, candidates(requests, query)),
        ),
      )
      .orderBy(desc(likeRequests), desc(requests.id))
      .limit(SHOWN)
    return { items: graded(foundItems, words), requests: graded(foundRequests, words) }
  })
}

type Query = { title: string; words: SQL }
type Texts = {
  id: AnyPgColumn
  titleFold: AnyPgColumn
  bodyFold: AnyPgColumn
}

/** The words hold letters and digits only, so quoting them leaves no syntax. */
function anyOf(words: readonly string[]): SQL {
  return sql`to_tsquery('simple', ${words.map((word) => `'${word}'`).join(' | ')})`
}

/** The expression of the full-text index, to the letter. */
const vector = ({ titleFold, bodyFold }: Texts) =>
  sql`to_tsvector('simple', ${titleFold} || ' ' || ${bodyFold})`

function scored(table: Texts, query: Query): SQL<number> {
  return sql<number>`0.6 * similarity(${table.titleFold}, ${query.title})
    + 0.4 * least(1, 10 * ts_rank(${vector(table)}, ${query.words}))`
}

function candidates(table: Texts & (typeof items | typeof requests), query: Query): SQL {
  return sql`(
    (select ${table.id} from ${table} where ${table.titleFold} % ${query.title}
      order by similarity(${table.titleFold}, ${query.title}) desc limit ${CANDIDATES})
    union
    (select ${table.id} from ${table} where ${vector(table)} @@ ${query.words}
      order by ${table.id} desc limit ${RANKED}))`
}

/** Adds the likeness and the shared words; drops what is not alike at all. */
function graded<Row extends { title: string; score: number }>(
  rows: readonly Row[],
  words: readonly string[],
): Array<Row & Pick<Alike, 'likeness' | 'shared'>> {
  return rows.flatMap((row) => {
    const grade = likeness(row.score)
    if (grade === null) return []
    const own = new Set(wordsOf(row.title))
    return [{ ...row, likeness: grade, shared: words.filter((word) => own.has(word)) }]
  })
}
