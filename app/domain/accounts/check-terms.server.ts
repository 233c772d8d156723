import { and, eq, inArray } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { annualise, convert, formatMoney, fromMajor, type Money } from '#app/domain/money.ts'
import { checkPlace } from '#app/domain/organisation/check-place.server.ts'
import { getPlanRates } from '#app/domain/organisation/get-plan-rates.server.ts'
import type { ContractPeriod } from '#db/constants.ts'
import { accounts } from '#db/schema/accounts.ts'

import { isLarge } from './contract-rules.ts'

/** Throws invalid unless the product line, if any, is in use. */
export async function checkProductLine(ctx: Context, productLineId: number | null): Promise<void> {
  if (productLineId !== null) await checkPlace(ctx, { productLineId })
}

/** An amount out of the ordinary is a slip more often than a fact, so it is asked a second time. */
export async function checkLargeAmount(
  ctx: Context,
  { amount, period, confirmed }: { amount: Money; period: ContractPeriod; confirmed: boolean },
): Promise<void> {
  if (confirmed) return
  const rates = await getPlanRates(ctx)
  if (!isLarge(amount, period, rates)) return
  const yearly = annualise(amount, period)
  const base = fromMajor(Math.round(convert(yearly, rates) ?? 0), rates.base)
  const inBase = yearly.currency === rates.base ? '' : ` (${formatMoney(base)})`
  throw invalid(
    `${formatMoney(yearly)} a year${inBase} is out of the ordinary. Tick the box if it is right.`,
    'confirmLarge',
  )
}

/** Throws invalid unless each further account has the holder as its parent: nobody else's request can touch it. */
export async function checkCovers(
  ctx: Context,
  holderId: number,
  covers: readonly number[],
): Promise<void> {
  if (covers.length === 0) return
  const children = await ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.parentId, holderId), inArray(accounts.id, [...covers])))
  if (children.length < new Set(covers).size) {
    throw invalid('A contract covers accounts that have its holder as their parent.', 'covers')
  }
}
