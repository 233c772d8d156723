import { sql } from 'drizzle-orm'

import { inTransaction, type AnonymousContext } from '#app/domain/context.ts'
import { hashCode, newCode } from '#app/lib/tokens.server.ts'
import { people, setupCodes } from '#db/schema/people.ts'

/**
 * Makes the one-time code that lets the first admin in, while there is nobody; null afterwards.
 * A later call replaces the code of an earlier one. Only its hash is stored.
 */
export async function issueSetupCode(ctx: AnonymousContext): Promise<string | null> {
  return inTransaction(ctx, async ({ db, now }) => {
    if (await hasPeople({ db })) return null
    const code = newCode()
    const row = { codeHash: hashCode(code), createdAt: now }
    await db.insert(setupCodes).values(row).onConflictDoUpdate({ target: setupCodes.id, set: row })
    return code
  })
}

/** Whether the first admin is in. */
export async function hasPeople({ db }: Pick<AnonymousContext, 'db'>): Promise<boolean> {
  const rows = await db
    .select({ one: sql`1` })
    .from(people)
    .limit(1)
  return rows.length > 0
}
