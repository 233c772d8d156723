import { sql, type SQL } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { annualise } from '#app/domain/money.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { addDays, type IsoDate } from '#app/lib/dates.ts'
import type { ContractPeriod } from '#db/constants.ts'
import { accounts, contracts, opportunities } from '#db/schema/accounts.ts'
import { outcomes } from '#db/schema/outcomes.ts'

import { proposedOutcome, type Occasion, type OpenRenewal } from './proposal.ts'

/** What ended longer ago is not asked for. */
const LONGEST_AGO = 730

type Row = {
  id: number
  name: string
  account_id: number
  account: string
  renews_on: IsoDate | null
  amount: string
  currency: string
  period: ContractPeriod
  occasion: Occasion
  deal_amount: string | null
  deal_currency: string | null
}

/** Renewals whose outcome nobody recorded yet, the latest first, and how many there are. */
export async function listOpenRenewals(
  ctx: Context,
  { limit = 20 }: { limit?: number } = {},
): Promise<{ rows: OpenRenewal[]; total: number }> {
  authorize(ctx, 'revenue.read')
  const found = await ctx.db.execute<Row & { total: string }>(sql`
    ${await openRenewals(ctx, sql`true`)}
    select *, count(*) over () as total from waiting
    order by renews_on desc nulls last, id desc limit ${limit}`)
  return { rows: found.map(toOpenRenewal), total: Number(found[0]?.total ?? 0) }
}

/** What the records say of one contract's renewal; null when nothing is to be asked. */
export async function findOpenRenewal(
  ctx: Pick<Context, 'db' | 'now'>,
  contractId: number,
): Promise<OpenRenewal | null> {
  const [row] = await ctx.db.execute<Row>(sql`
    ${await openRenewals(ctx, sql`c.id = ${contractId}`)} select * from waiting`)
  return row ? toOpenRenewal(row) : null
}

async function openRenewals(ctx: Pick<Context, 'db' | 'now'>, which: SQL): Promise<SQL> {
  const today = await getToday(ctx)
  return sql`
    with waiting as (
      select c.id, c.name, c.account_id, a.name as account, c.renews_on,
        c.amount_minor as amount, c.currency, c.period,
        case
          when deal.state is not null then deal.state
          when c.ended_on <= ${today} then 'ended'
          else 'overdue'
        end as occasion,
        deal.amount_minor as deal_amount, deal.currency as deal_currency
      from ${contracts} c
      join ${accounts} a on a.id = c.account_id and a.archived_at is null
      left join lateral (
        select o.state, o.amount_minor, o.currency from ${opportunities} o
        where o.contract_id = c.id and o.kind = 'renewal' and o.state <> 'open'
          and abs(o.closes_on - c.renews_on) <= 90
        order by o.closes_on desc, o.id desc limit 1
      ) deal on true
      where ${which}
        and (
          (deal.state is not null and c.renews_on >= ${addDays(today, -LONGEST_AGO)})
          or c.ended_on between ${addDays(today, -LONGEST_AGO)} and ${today}
          or (c.ended_on is null and c.renews_on between ${addDays(today, -LONGEST_AGO)} and ${addDays(today, -1)})
        )
        and not exists (
          select 1 from ${outcomes} done
          where done.contract_id = c.id and done.due_on is not distinct from c.renews_on
        )
    )`
}

function toOpenRenewal(row: Row): OpenRenewal {
  const amount = { minor: Number(row.amount), currency: row.currency }
  const deal =
    row.deal_amount === null || row.deal_currency === null
      ? null
      : { minor: Number(row.deal_amount), currency: row.deal_currency }
  return {
    contractId: row.id,
    contract: row.name,
    account: { id: row.account_id, name: row.account },
    dueOn: row.renews_on,
    occasion: row.occasion,
    ...proposedOutcome(row.occasion, annualise(amount, row.period), deal),
  }
}
