import type { Context } from '#app/domain/context.ts'
import { listCoverable, listCurrencies } from '#app/domain/accounts/list-choices.server.ts'
import { listProductLines } from '#app/domain/organisation/get-navigation.server.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'

/**
 * What the form of a contract offers.
 *
 * @param covered accounts that it covers already, whoever their parent is now
 */
export async function contractChoices(
  ctx: Context,
  accountId: number,
  covered: readonly number[] = [],
) {
  return {
    currencies: await listCurrencies(ctx),
    productLines: await listProductLines(ctx),
    coverable: await listCoverable(ctx, accountId, covered),
  }
}

/** What the form of an opportunity offers. */
export async function opportunityChoices(ctx: Context) {
  const { stageProbabilities } = await getOrganisation(ctx)
  return {
    currencies: await listCurrencies(ctx),
    productLines: await listProductLines(ctx),
    stages: Object.keys(stageProbabilities),
  }
}
