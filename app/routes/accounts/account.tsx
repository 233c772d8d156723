import type { MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useSearchParams } from '@remix-run/react'

import { accountFacts } from '#app/components/accounts/account-facts.ts'
import { accountHref } from '#app/components/accounts/account-href.ts'
import { AccountFigures } from '#app/components/accounts/account-figures.tsx'
import { HistoryList } from '#app/components/accounts/history-list.tsx'
import { RequestTable } from '#app/components/accounts/request-table.tsx'
import { LIFECYCLE_WORDS } from '#app/components/accounts/words.ts'
import { HiddenFields } from '#app/components/forms/fields.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { PageBody, PageHeader, Section } from '#app/components/ui/page.tsx'
import { Toast } from '#app/components/ui/toast.tsx'
import { UndoBar } from '#app/components/ui/undo-bar.tsx'
import { may } from '#app/auth/permissions.ts'
import { getAccount } from '#app/domain/accounts/get-account.server.ts'
import { getHistory } from '#app/domain/accounts/get-history.server.ts'
import { listOutcomes } from '#app/domain/outcomes/list-outcomes.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

import { AccountActions } from './account-actions.tsx'
import { AccountAside } from './account-aside.tsx'
import { AccountMoney } from './account-money.tsx'
import { ChildTable } from './child-table.tsx'
import { None } from './none.tsx'
import { offeredUndo } from './offered-undo.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page.summary.name ?? 'Account'} · Causeway` },
]

export const loader = privateLoader('read', async (ctx, { request, params }) => {
  const id = idParam(params.accountId, 'This account')
  const page = await getAccount(ctx, id)
  const outcomes = await listOutcomes(ctx, id)
  const search = new URL(request.url).searchParams
  return {
    page,
    outcomes,
    history: await getHistory(ctx, id, { limit: 12 }),
    undo: offeredUndo(page, outcomes, search, ctx.now),
    maySubmit: may(ctx.actor, 'request.submit') && page.archivedAt === null,
    now: ctx.now,
  }
})

export default function Account() {
  const { page, outcomes, history, undo, maySubmit, now } = useLoaderData<typeof loader>()
  const { summary, today } = page
  const [search] = useSearchParams()
  const href = (below: string, more = {}) => accountHref(search, summary.id, below, more)
  return (
    <>
      <PageHeader
        title={summary.name}
        aside={
          <>
            {summary.lifecycle === 'active' ? null : (
              <Badge tone={summary.lifecycle === 'churned' ? 'risk' : 'plain'}>
                {LIFECYCLE_WORDS[summary.lifecycle]}
              </Badge>
            )}
            {page.archivedAt ? <Badge>archived</Badge> : null}
          </>
        }
        actions={<AccountActions page={page} maySubmit={maySubmit} />}
      />
      <PageBody>
        <p className="pb-3 wrap-anywhere text-muted">{accountFacts(summary)}</p>
        {page.archivedAt ? (
          <Archived action={href('/restoration')} version={page.version} mayEdit={page.may.edit} />
        ) : null}
        <AccountFigures account={summary} today={today} />
        <div className="grid gap-x-8 xl:grid-cols-[minmax(0,1fr)_320px]">
          <div className="min-w-0">
            <AccountMoney page={page} outcomes={outcomes} />
            <Section
              title="Requests"
              aside={
                page.requestCount > page.requests.length
                  ? `the latest ${page.requests.length} of ${page.requestCount}`
                  : page.requestCount || undefined
              }
            >
              {page.requests.length > 0 ? (
                <RequestTable requests={page.requests} now={now} />
              ) : (
                <None>It has not asked for anything yet.</None>
              )}
            </Section>
            {page.children.length > 0 ? (
              <Section title="Accounts below it" aside={page.children.length}>
                <ChildTable accounts={page.children} revenue={page.revenue} today={today} />
              </Section>
            ) : null}
            <Section title="History">
              <HistoryList entries={history.entries} now={now} />
              {history.next === null ? null : (
                <ButtonLink
                  to={href('/history', { before: String(history.next) })}
                  variant="quiet"
                  size="small"
                >
                  Older changes
                </ButtonLink>
              )}
            </Section>
          </div>
          <div className="min-w-0">
            <AccountAside page={page} />
          </div>
        </div>
      </PageBody>
      {undo ? (
        <Toast>
          <UndoBar
            key={undo.action}
            action={undo.action}
            fields={undo.fields}
            seconds={undo.seconds}
          >
            {undo.done}
          </UndoBar>
        </Toast>
      ) : null}
    </>
  )
}

function Archived({
  action,
  version,
  mayEdit,
}: {
  action: string
  version: number
  mayEdit: boolean
}) {
  return (
    <Callout
      className="mb-3"
      action={
        mayEdit ? (
          <Form method="post" action={action}>
            <HiddenFields values={{ version }} />
            <Button size="small">Restore</Button>
          </Form>
        ) : null
      }
    >
      This account is archived: it is in no list and takes no new requests.
    </Callout>
  )
}
