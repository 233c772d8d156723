import type { Context } from '#app/domain/context.ts'

import { getCurrentCriteria } from './current-criteria.server.ts'
import { factsByAccount, type FactSource } from './facts.ts'
import { scoreAccount } from './fit.ts'
import { customKeysInUse } from './gather-facts.server.ts'

/** Fit of each account, 0 to 1, against the profile in force of each product line that has one: account → line → fit. */
export async function loadFits(
  ctx: Pick<Context, 'db'>,
  records: Omit<FactSource, 'customKeys'>,
): Promise<Map<number, Map<number, number>>> {
  const profiles = await getCurrentCriteria(ctx)
  if (profiles.size === 0) return new Map()
  const facts = factsByAccount({ ...records, customKeys: await customKeysInUse(ctx) })
  return new Map(
    [...facts].map(([accountId, own]) => {
      const fits = [...profiles].map(
        ([lineId, criteria]) => [lineId, scoreAccount(criteria, own).fit] as const,
      )
      return [accountId, new Map(fits)]
    }),
  )
}
