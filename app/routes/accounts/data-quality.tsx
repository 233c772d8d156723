import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'

import { may } from '#app/auth/permissions.ts'
import { accountHref } from '#app/components/accounts/account-href.ts'
import { LastScoreCheck } from '#app/components/last-score-check.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import { findLastCheck } from '#app/domain/scoring/check/find-last-check.server.ts'
import { DATA_QUALITY_WORDS, type DataQualityRow } from '#app/domain/scoring/data-quality.ts'
import { listDataQuality } from '#app/domain/scoring/list-data-quality.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { requestKey } from '#app/lib/readable-id.ts'

export const meta: MetaFunction = () => [{ title: 'Data quality · Causeway' }]

export const loader = privateLoader('read', async (ctx) => ({
  rows: await listDataQuality(ctx),
  mends: {
    rates: may(ctx.actor, 'settings.manage'),
    accounts: may(ctx.actor, 'account.edit.own') || may(ctx.actor, 'account.edit'),
  },
  lastCheck: await findLastCheck(ctx),
  now: ctx.now,
}))

/** What the reader may mend; where they may not, they read the record. */
type Mends = { rates: boolean; accounts: boolean }

export default function DataQuality() {
  const { rows, mends, lastCheck, now } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title="Data quality"
        actions={
          <>
            <ButtonLink to="/accounts/renewals-without-contract">
              Renewals without a contract
            </ButtonLink>
            <ButtonLink to="/accounts">All accounts</ButtonLink>
          </>
        }
      />
      <PageBody>
        <LastScoreCheck last={lastCheck} now={now} />
        {rows.length === 0 ? (
          <EmptyState title="Everything counts">
            Contracts, opportunities and claims that the score has to leave out are listed here,
            with what mends them.
          </EmptyState>
        ) : (
          [...groupBy(rows, ({ reason }) => reason)].map(([reason, own]) => (
            <section key={reason} className="pb-6">
              <h2 className="text-base font-semibold">{DATA_QUALITY_WORDS[reason].title}</h2>
              <p className="max-w-prose pb-2 text-muted">{DATA_QUALITY_WORDS[reason].advice}</p>
              <Gaps caption={DATA_QUALITY_WORDS[reason].title} rows={own} mends={mends} />
            </section>
          ))
        )}
      </PageBody>
    </>
  )
}

function Gaps({
  caption,
  rows,
  mends,
}: {
  caption: string
  rows: readonly DataQualityRow[]
  mends: Mends
}) {
  const [search] = useSearchParams()
  return (
    <Table caption={caption}>
      <THead>
        <Th className="md:w-2/5">Account</Th>
        <Th>What</Th>
      </THead>
      <TBody>
        {rows.map((row) => {
          const { account, subject } = row
          const href = mendHref(search, row, mends)
          return (
            <Tr key={subject.id} href={href}>
              <Td card="title" title={account.name} className="md:max-w-60 xl:max-w-80">
                <Link to={href} className="hover:underline">
                  {account.name}
                </Link>
              </Td>
              <Td label="What" title={subject.name} className="md:max-w-60 xl:max-w-80">
                {nameOf(row)}
              </Td>
            </Tr>
          )
        })}
      </TBody>
    </Table>
  )
}

/** The form that mends it; where several could, the account with all of them. */
function mendHref(
  search: URLSearchParams,
  { reason, account, subject }: DataQualityRow,
  mends: Mends,
): string {
  if (subject.kind === 'request') return `/requests/${subject.id}`
  if (reason === 'no_rate' && mends.rates) return '/settings/rates'
  if (reason === 'no_rate' || reason === 'many_claims' || !mends.accounts) {
    return accountHref(search, account.id)
  }
  if (reason === 'no_arr') return accountHref(search, account.id, '/contracts/new')
  if (subject.kind === 'account') return accountHref(search, account.id, '/health')
  if (subject.kind === 'opportunity') {
    return accountHref(search, account.id, `/opportunities/${subject.id}/edit`)
  }
  const decided = reason === 'overdue' || reason === 'long_overdue'
  return accountHref(search, account.id, `/contracts/${subject.id}/${decided ? 'outcome' : 'edit'}`)
}

function nameOf({ reason, subject: { kind, id, name } }: DataQualityRow): string {
  if (kind === 'request') return `${requestKey(id)} ${name}`
  if (kind === 'account') return reason === 'no_arr' ? 'Add a contract' : 'Say how they are'
  return name || (kind === 'contract' ? 'Contract' : 'Opportunity')
}
