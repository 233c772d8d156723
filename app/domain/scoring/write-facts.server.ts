import { sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { inChunks } from '#app/lib/chunks.ts'
import type { Executor } from '#db/client.ts'
import { scoreFacts } from '#db/schema/scores.ts'

import { itemSubject, type Fact } from './facts.ts'
import type { Reach } from './scope.server.ts'

type Writer = Pick<Context, 'db'>

const ROWS_A_STATEMENT = 2000

/**
 * Keeps what the score read of the accounts and items reached, where it is another than before; what it no longer read
 * of them ends. Call it once a moment for each account and item.
 */
export async function writeFacts(
  { db }: Writer,
  momentId: number,
  facts: readonly Fact[],
  reach: Reach,
): Promise<void> {
  const accounts = new Set(reach.accounts)
  const items = new Set(reach.items)
  const reached = facts.filter(({ accountId, itemIds }) =>
    accountId === null ? itemIds.every((id) => items.has(id)) : accounts.has(accountId),
  )
  const texts = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`
  await db.execute(sql`
    update ${scoreFacts} set until = ${momentId}
    where until is null
      and (account_id = any(${sql.param([...accounts])}::int[])
        or subject = any(${texts([...items].map(itemSubject))}))
      and subject not in (select unnest(${texts(reached.map((fact) => fact.subject))}))`)
  await keepChanged(db, momentId, reached)
}

/** Keeps where it is another than before. */
async function keepChanged(db: Executor, momentId: number, facts: readonly Fact[]): Promise<void> {
  await inChunks(facts, ROWS_A_STATEMENT, (chunk) =>
    db.execute(sql`
      with given as (
        select subject, "accountId", "itemIds", content
        from jsonb_to_recordset(${JSON.stringify(chunk)}::jsonb)
          as v(subject text, "accountId" int, "itemIds" int[], content jsonb)
      ), another as (
        select given.* from given left join ${scoreFacts} as known
          on known.subject = given.subject and known.until is null
        where known.content is distinct from given.content
      ), ended as (
        update ${scoreFacts} as known set until = ${momentId}
        from another where known.subject = another.subject and known.until is null
      )
      insert into ${scoreFacts} (subject, account_id, item_ids, content, since)
      select subject, "accountId", "itemIds", content, ${momentId} from another`),
  )
}

/** Whether a fact is one of somebody who submits requests. */
export const isOfSubmitter = sql`${scoreFacts.subject} in (select 'person:' || id from people)`

/** Keeps who submits requests, all of them at once, where it is another than before. */
export async function writeSubmitterFacts(
  { db }: Writer,
  momentId: number,
  facts: readonly Fact[],
): Promise<void> {
  const subjects = sql.param(facts.map((fact) => fact.subject))
  await db.execute(sql`
    update ${scoreFacts} set until = ${momentId}
    where until is null and ${isOfSubmitter}
      and subject not in (select unnest(${subjects}::text[]))`)
  await keepChanged(db, momentId, facts)
}

/** Ends what is known of records that are gone: no refresh reaches them any more. */
export async function endGoneFacts({ db }: Writer, momentId: number): Promise<void> {
  await db.execute(sql`
    update ${scoreFacts} set until = ${momentId}
    where until is null and not ${isOfSubmitter} and case when account_id is null
      then not exists (select from items where 'item:' || items.id = ${scoreFacts.subject})
      else not exists (select from accounts where accounts.id = ${scoreFacts.accountId}) end`)
}
