import { and, eq, gte, isNotNull, isNull, lt, or, sql, type SQL } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { accounts, contracts, opportunities } from '#db/schema/accounts.ts'
import { productLines } from '#db/schema/organisation.ts'
import { requests } from '#db/schema/requests.ts'

import { matchesText } from './find-accounts.server.ts'
import type { AccountFilter } from './list-filter.ts'
import { bandRange } from './rules.ts'

/** Condition: the contract is open on the day, as `isOpenOn` says. */
export function openOn(day: IsoDate) {
  return and(
    or(isNull(contracts.startsOn), sql`${contracts.startsOn} <= ${day}`),
    or(isNull(contracts.endedOn), sql`${contracts.endedOn} > ${day}`),
  )
}

function healthIs(band: NonNullable<AccountFilter['health']>) {
  if (band === 'unknown') {
    return and(isNull(accounts.healthScore), isNull(accounts.healthColour))
  }
  const { from, below } = bandRange(band)
  return or(
    and(gte(accounts.healthScore, from), lt(accounts.healthScore, below)),
    and(isNull(accounts.healthScore), eq(accounts.healthColour, band)),
  )
}

/** Condition: the account has to do with the product line by a contract, an opportunity or a request. */
function hasLine(slug: string, today: IsoDate): SQL {
  const line = sql`(select ${productLines.id} from ${productLines} where ${productLines.slug} = ${slug})`
  return sql`(
    exists (select 1 from ${contracts} where ${contracts.accountId} = ${accounts.id} and ${openOn(today)}
      and (${contracts.productLineId} is null or ${contracts.productLineId} = ${line}))
    or exists (select 1 from ${opportunities} where ${opportunities.accountId} = ${accounts.id}
      and ${opportunities.state} = 'open'
      and (${opportunities.productLineId} is null or ${opportunities.productLineId} = ${line}))
    or exists (select 1 from ${requests} where ${requests.accountId} = ${accounts.id}
      and ${requests.productLineId} = ${line})
  )`
}

/** The filter as a condition on `accounts`. */
export function whereAccounts(ctx: Context, filter: AccountFilter, today: IsoDate) {
  const { q, owner, lifecycle, health, segment, region, industry, line, archived } = filter
  const ownerId = owner === 'me' ? ctx.actor.id : owner
  return and(
    archived ? isNotNull(accounts.archivedAt) : isNull(accounts.archivedAt),
    q === undefined ? undefined : matchesText(ctx, q),
    ownerId === 'none' ? isNull(accounts.ownerId) : undefined,
    typeof ownerId === 'number' ? eq(accounts.ownerId, ownerId) : undefined,
    lifecycle && eq(accounts.lifecycle, lifecycle),
    health && healthIs(health),
    segment === undefined ? undefined : eq(accounts.segment, segment),
    region === undefined ? undefined : eq(accounts.region, region),
    industry === undefined ? undefined : eq(accounts.industry, industry),
    line === undefined ? undefined : hasLine(line, today),
  )
}
