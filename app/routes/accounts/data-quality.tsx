import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'

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
  lastCheck: await findLastCheck(ctx),
  now: ctx.now,
}))

export default function DataQuality() {
  const { rows, lastCheck, now } = useLoaderData<typeof loader>()
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
              <Gaps caption={DATA_QUALITY_WORDS[reason].title} rows={own} />
            </section>
          ))
        )}
      </PageBody>
    </>
  )
}

function Gaps({ caption, rows }: { caption: string; rows: readonly DataQualityRow[] }) {
  const [search] = useSearchParams()
  return (
    <Table caption={caption}>
      <THead>
        <Th className="md:w-2/5">Account</Th>
        <Th>What</Th>
      </THead>
      <TBody>
        {rows.map(({ account, subject }) => {
          const href =
            subject.kind === 'request' ? `/requests/${subject.id}` : accountHref(search, account.id)
          return (
            <Tr key={subject.id} href={href}>
              <Td card="title" title={account.name} className="md:max-w-60 xl:max-w-80">
                <Link to={href} className="hover:underline">
                  {account.name}
                </Link>
              </Td>
              <Td label="What" title={subject.name} className="md:max-w-60 xl:max-w-80">
                {nameOf(subject)}
              </Td>
            </Tr>
          )
        })}
      </TBody>
    </Table>
  )
}

function nameOf({ kind, id, name }: DataQualityRow['subject']): string {
  if (kind === 'request') return `${requestKey(id)} ${name}`
  return name || (kind === 'contract' ? 'Contract' : 'Opportunity')
}
