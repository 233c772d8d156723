import { and, eq, isNotNull, ne, sql, type SQL } from 'drizzle-orm'

import { annualise, convert, type PlanRates } from '#app/domain/money.ts'
import { addDays, type IsoDate } from '#app/lib/dates.ts'
import { CONTRACT_PERIODS } from '#db/constants.ts'
import { accounts, contractCovers, contracts } from '#db/schema/accounts.ts'
import { requests } from '#db/schema/requests.ts'

import { openOn } from './account-conditions.server.ts'
import { LONGEST_OVERDUE } from './contract-rules.ts'
import type { AccountSort } from './list-filter.ts'
import { COLOUR_VALUES } from './rules.ts'

/** Sorts behind everything that is known. */
const NEVER = '9999-12-31'
const NO_HEALTH = 101

/*
 * Keys to sort by, one a row and never null, so that a page can begin after any of them. What the list shows is
 * computed from the records by the pure rules; these only put the rows in order.
 */

/** Base units a year that one minor unit of each currency and period comes to. */
function factors(rates: PlanRates): SQL {
  const rows = [rates.base, ...Object.keys(rates.rates)].flatMap((currency) =>
    CONTRACT_PERIODS.map((period) => {
      const factor = convert(annualise({ minor: 1, currency }, period), rates) ?? 0
      return sql`(${currency}::text, ${period}::text, ${factor}::float8)`
    }),
  )
  return sql`(values ${sql.join(rows, sql`, `)}) as factors (currency, period, factor)`
}

function arrKey(rates: PlanRates, today: IsoDate): SQL {
  return sql`(
    select coalesce(sum((${contracts.amountMinor} * factors.factor)::numeric(30, 6)), 0)
    from ${contracts} join ${factors(rates)}
      on factors.currency = ${contracts.currency} and factors.period = ${contracts.period}
    where ${contracts.accountId} = ${accounts.id} and ${openOn(today)}
  )`
}

function renewalKey(today: IsoDate): SQL {
  const soonest = sql`min(${contracts.renewsOn}) filter (where ${contracts.renewsOn} >= ${addDays(today, -LONGEST_OVERDUE)})`
  return sql`coalesce(
    case when exists (select 1 from ${contracts} where ${and(eq(contracts.accountId, accounts.id), openOn(today))})
      then (select ${soonest} from ${contracts} where ${and(eq(contracts.accountId, accounts.id), openOn(today))})
      else (select ${soonest} from ${contracts}
        join ${contractCovers} on ${contractCovers.contractId} = ${contracts.id}
        where ${and(
          eq(contractCovers.accountId, accounts.id),
          isNotNull(accounts.parentId),
          eq(contracts.accountId, accounts.parentId),
          openOn(today),
        )})
    end, ${NEVER}::date)`
}

const healthKey = sql`coalesce(${accounts.healthScore}, case ${accounts.healthColour}
  when 'red' then ${COLOUR_VALUES.red}::int
  when 'yellow' then ${COLOUR_VALUES.yellow}::int
  when 'green' then ${COLOUR_VALUES.green}::int
  else ${NO_HEALTH}::int end)`

/** How often the account asked; what was merged into another of its requests counts once. */
export const requestCount = sql<number>`(
  select count(*)::int from ${requests}
  where ${and(eq(requests.accountId, accounts.id), ne(requests.state, 'duplicate'))}
)`

/** The key of each sort, and the type that its text in an address has. */
export function sortKey(
  sort: AccountSort,
  { rates, today }: { rates: PlanRates; today: IsoDate },
): { key: SQL; type: SQL } {
  switch (sort) {
    case 'name':
      return { key: sql`${accounts.nameFold}`, type: sql`text` }
    case 'arr':
      return { key: arrKey(rates, today), type: sql`numeric` }
    case 'renewal':
      // As text, so that an address with a day that does not exist is only an empty page.
      return { key: sql`(${renewalKey(today)})::text`, type: sql`text` }
    case 'health':
      return { key: healthKey, type: sql`int` }
    case 'requests':
      return { key: requestCount, type: sql`int` }
  }
}
