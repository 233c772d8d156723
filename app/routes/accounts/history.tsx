import type { MetaFunction } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'

import { accountHref } from '#app/components/accounts/account-href.ts'
import { HistoryList } from '#app/components/accounts/history-list.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { getAccountSummary } from '#app/domain/accounts/account-summaries.server.ts'
import { getHistory } from '#app/domain/accounts/get-history.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `History of ${data?.name ?? 'account'} · Causeway` },
]

export const loader = privateLoader('read', async (ctx, { request, params }) => {
  const { id, name } = await getAccountSummary(ctx, idParam(params.accountId, 'This account'))
  const before = new URL(request.url).searchParams.get('before')
  const place = before === null ? null : idParam(before, 'This page')
  const history = await getHistory(ctx, id, { before: place })
  return { id, name, history, now: ctx.now }
})

export default function History() {
  const { id, name, history, now } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  return (
    <>
      <PageHeader
        title={`History of ${name}`}
        actions={<ButtonLink to={accountHref(search, id)}>Back to the account</ButtonLink>}
      />
      <PageBody>
        <HistoryList entries={history.entries} now={now} />
        <div className="pt-3">
          <Pagination nextHref={history.next === null ? null : `?before=${history.next}`}>
            The latest first
          </Pagination>
        </div>
      </PageBody>
    </>
  )
}
