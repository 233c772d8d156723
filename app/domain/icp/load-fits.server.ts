import type { Context } from '#app/domain/context.ts'

import { getCurrentCriteria } from './current-criteria.server.ts'
import { accountFacts } from './facts.ts'
import { fitAccount } from './fit.ts'

type AccountRow = Parameters<typeof accountFacts>[0] & { id: number }

/** Fit of each account, 0 to 1, against the profile in force of each product line that has one: account → line → fit. */
export async function loadFits(
  ctx: Pick<Context, 'db'>,
  accounts: readonly AccountRow[],
): Promise<Map<number, Map<number, number>>> {
  const profiles = await getCurrentCriteria(ctx)
  return new Map(
    accounts.map((account) => {
      const facts = accountFacts(account)
      const fits = [...profiles].map(
        ([lineId, criteria]) => [lineId, fitAccount(criteria, facts).fit] as const,
      )
      return [account.id, new Map(fits)]
    }),
  )
}
