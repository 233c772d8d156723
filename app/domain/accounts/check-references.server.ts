import { and, eq, isNull, ne, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { fold } from '#app/lib/fold.ts'
import { accounts } from '#db/schema/accounts.ts'
import { people } from '#db/schema/people.ts'

import { makesCycle } from './rules.ts'

/** Throws invalid unless the person is active and of CS, and does more than read. */
export async function checkOwner(ctx: Context, ownerId: number | null): Promise<void> {
  if (ownerId === null) return
  const [owner] = await ctx.db
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        eq(people.id, ownerId),
        eq(people.team, 'cs'),
        ne(people.role, 'viewer'),
        isNull(people.deactivatedAt),
      ),
    )
    .for('share')
  if (!owner) throw invalid('The owner is an active person of Customer Success.', 'ownerId')
}

/**
 * Throws invalid unless the parent exists and does not lie below the account itself.
 * Changes of parents wait for each other, so that two of them cannot close a circle together.
 *
 * @param accountId null while the account is being made
 */
export async function checkParent(
  ctx: Context,
  accountId: number | null,
  parentId: number | null,
): Promise<void> {
  if (parentId === null) return
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('account parents'))`)
  const ancestors = await ctx.db.execute<{ id: number }>(sql`
    with recursive up as (
      select ${accounts.id}, ${accounts.parentId} from ${accounts} where ${accounts.id} = ${parentId}
      union
      select a.id, a.parent_id from ${accounts} a join up on a.id = up.parent_id
    )
    select id from up
  `)
  if (ancestors.length === 0) throw invalid('There is no such account.', 'parent')
  const ids = ancestors.map(({ id }) => id)
  if (accountId !== null && makesCycle(accountId, ids)) {
    throw invalid('This account would come to lie below itself.', 'parent')
  }
}

const NUMBERED = /#(\d{1,9})$/

/**
 * The account that a person means by a name they typed or picked: `Anadolu Lojistik`, or `Anadolu Lojistik #12`
 * where a name occurs twice. Null for null. Throws invalid at `field` when nothing or more than one fits.
 *
 * @param present what the record has now: its name means itself, whoever else is called like that
 */
export async function resolveAccount(
  ctx: Context,
  text: string | null,
  field: string,
  present: { id: number; name: string } | null = null,
): Promise<number | null> {
  if (text === null) return null
  if (text === present?.name) return present.id
  const numbered = NUMBERED.exec(text)
  const found = await ctx.db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(
      and(
        isNull(accounts.archivedAt),
        numbered ? eq(accounts.id, Number(numbered[1])) : eq(accounts.nameFold, fold(text)),
      ),
    )
    .limit(6)
  const [first, second] = found
  if (first && !second) return first.id
  if (!first) throw invalid(`There is no account “${text}”. Choose one of the list.`, field)
  const choices = found.map(({ id, name }) => `${name} #${id}`).join(', ')
  throw invalid(`More than one account has this name. Write one of: ${choices}.`, field)
}
