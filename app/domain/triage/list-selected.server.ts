import { asc, eq, inArray } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { accounts } from '#db/schema/accounts.ts'
import { requests } from '#db/schema/requests.ts'

import { selectedSchema } from './schemas.ts'

export type SelectedRequest = {
  id: number
  title: string
  accountName: string
  /** The version at which it was selected. */
  seen: number
}

/**
 * The requests that were selected in the inbox, by number. What is no selection is left out.
 * @param chosen `142:3`, a number with the version seen
 * @throws forbidden
 */
export async function listSelected(
  ctx: Context,
  chosen: readonly string[],
): Promise<SelectedRequest[]> {
  authorize(ctx, 'request.triage')
  const seen = new Map(
    chosen.slice(0, 200).flatMap((text) => {
      const parsed = selectedSchema.safeParse(text)
      return parsed.success ? [[parsed.data.requestId, parsed.data.version]] : []
    }),
  )
  if (seen.size === 0) return []
  const rows = await ctx.db
    .select({ id: requests.id, title: requests.title, accountName: accounts.name })
    .from(requests)
    .innerJoin(accounts, eq(accounts.id, requests.accountId))
    .where(inArray(requests.id, [...seen.keys()]))
    .orderBy(asc(requests.id))
  return rows.map((row) => ({ ...row, seen: seen.get(row.id) ?? 0 }))
}
