import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'

import { getContractToEdit } from '#app/domain/accounts/records-to-edit.server.ts'
import type { Context } from '#app/domain/context.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { items } from '#db/schema/items.ts'
import { requests } from '#db/schema/requests.ts'

import { findOpenRenewal } from './list-open-renewals.server.ts'
import { nextRenewal } from './rules.ts'

const MOST_ITEMS = 200

/** What the form of a contract's outcome is filled from. Throws not_found and forbidden, see `getContractToEdit`. */
export async function getOutcomeForm(ctx: Context, accountId: number, contractId: number) {
  const { account, contract } = await getContractToEdit(ctx, accountId, contractId)
  const today = await getToday(ctx)
  const { renewsOn, startsOn, evergreen } = contract
  const asked = await ctx.db
    .selectDistinct({ id: items.id, title: items.title })
    .from(requests)
    .innerJoin(items, eq(items.id, requests.itemId))
    .where(
      and(
        eq(requests.accountId, accountId),
        isNotNull(requests.itemId),
        isNull(items.mergedIntoId),
      ),
    )
    .orderBy(asc(items.id))
    .limit(MOST_ITEMS)
  return {
    account,
    contract,
    today,
    /** Items that the account asks for: one of them may be the gap. */
    items: asked,
    next: evergreen || renewsOn === null ? null : nextRenewal(renewsOn, startsOn),
    open: await findOpenRenewal(ctx, contractId),
  }
}
