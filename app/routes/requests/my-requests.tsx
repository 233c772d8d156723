import { data, type MetaFunction } from '@remix-run/node'
import {
  Form,
  Link,
  useActionData,
  useLoaderData,
  useSearchParams,
  useSubmit,
} from '@remix-run/react'
import { Plus } from 'lucide-react'

import { may } from '#app/auth/permissions.ts'
import { ConfirmOutcome, ConfirmTicked } from '#app/components/requests/confirm-claims.tsx'
import { MyRequestsTable } from '#app/components/requests/my-requests-table.tsx'
import { RouteError } from '#app/components/route-error.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Select } from '#app/components/ui/inputs.tsx'
import { ListScreen } from '#app/components/ui/list-screen.tsx'
import { PageHeader } from '#app/components/ui/page.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { TAB_LOOK, TabCount } from '#app/components/ui/tabs.tsx'
import { confirmClaims } from '#app/domain/requests/confirm-claim.server.ts'
import { STATE_LABELS } from '#app/domain/requests/labels.ts'
import { listMyRequests } from '#app/domain/requests/list-my-requests.server.ts'
import {
  MY_REQUESTS_VIEWS,
  myRequestsFilterSchema,
  type MyRequestsFilter,
} from '#app/domain/requests/my-requests-filter.ts'
import { confirmManySchema } from '#app/domain/requests/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'
import { changeParams } from '#app/lib/search-params.ts'

export const meta: MetaFunction = () => [{ title: 'My requests · Causeway' }]

export const loader = privateLoader('read', async (ctx, { request }) => {
  const params = Object.fromEntries(new URL(request.url).searchParams)
  const filter = myRequestsFilterSchema.parse({ state: null, before: null, after: null, ...params })
  return {
    filter,
    now: ctx.now,
    list: await listMyRequests(ctx, filter),
    maySubmit: may(ctx.actor, 'request.submit'),
    claimsHref: may(ctx.actor, 'request.reply') ? `/claims/${ctx.actor.id}` : null,
  }
})

export const action = privateAction('request.reply', async (ctx, { request }) =>
  handleForm(await request.formData(), confirmManySchema, async (input) =>
    data({ outcome: await confirmClaims(ctx, input) }),
  ),
)

const VIEW_WORDS = { all: 'All', asked: 'Asked of me', unread: 'Unread' } as const
const HERE = '/my-requests'

export default function MyRequests() {
  const { filter, list, now, maySubmit, claimsHref } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const outcome = answer && 'outcome' in answer ? answer.outcome : null
  const wrong = answer && 'result' in answer ? answer.result.error : null
  const [search] = useSearchParams()
  const page = (changes: Record<string, string | number | null>) =>
    `${HERE}${changeParams(search, { before: null, after: null, ...changes })}`
  const submit = maySubmit ? (
    <ButtonLink to="/requests/new" variant="primary" icon={<Plus aria-hidden className="size-4" />}>
      New request
    </ButtonLink>
  ) : null
  return (
    <ListScreen
      header={
        <PageHeader
          title="My requests"
          actions={
            <>
              {claimsHref ? <ButtonLink to={claimsHref}>What my claims weigh</ButtonLink> : null}
              {submit}
            </>
          }
        />
      }
      toolbar={
        <>
          <nav aria-label="Views" className="flex gap-4">
            {MY_REQUESTS_VIEWS.map((view) => (
              <Link
                key={view}
                to={page({ show: view === 'all' ? null : view })}
                aria-current={filter.show === view ? 'page' : undefined}
                className={TAB_LOOK}
              >
                {VIEW_WORDS[view]}
                <TabCount>{list.totals[view]}</TabCount>
              </Link>
            ))}
          </nav>
          <StateFilter filter={filter} />
        </>
      }
      footer={
        list.totals.all === 0 ? null : (
          <>
            <ConfirmTicked
              requests={list.requests}
              action={`${HERE}${changeParams(search, {})}`}
              error={Object.values(wrong ?? {})[0]?.[0]}
            />
            <Pagination
              previousHref={list.newer === null ? null : page({ after: list.newer })}
              nextHref={list.older === null ? null : page({ before: list.older })}
            >
              <b>{list.requests.length}</b> of {list.totals.all}{' '}
              {list.totals.all === 1 ? 'request' : 'requests'}
            </Pagination>
          </>
        )
      }
    >
      {list.requests.length > 0 ? (
        <>
          {outcome ? <ConfirmOutcome outcome={outcome} /> : null}
          <MyRequestsTable requests={list.requests} now={now} />
        </>
      ) : list.totals.all === 0 ? (
        <EmptyState title="You have submitted nothing yet" action={submit}>
          What you submit stands here with its state, its rank and what Product decided.
        </EmptyState>
      ) : (
        <EmptyState
          title={filter.show === 'asked' ? 'Nothing is asked of you' : 'Nothing here'}
          action={<ButtonLink to={HERE}>Show all my requests</ButtonLink>}
        >
          {filter.show === 'unread'
            ? 'You have seen every change.'
            : 'No request passes the filter.'}
        </EmptyState>
      )}
    </ListScreen>
  )
}

function StateFilter({ filter }: { filter: MyRequestsFilter }) {
  const submit = useSubmit()
  return (
    <Form method="get" action={HERE} className="ml-auto flex items-center gap-1.5 py-1">
      {filter.show === 'all' ? null : <input type="hidden" name="show" value={filter.show} />}
      <Field id="state-filter" label="State" hideLabel>
        <Select
          key={filter.state}
          name="state"
          defaultValue={filter.state ?? ''}
          placeholder="Any state"
          onChange={(event) => submit(event.currentTarget.form)}
        >
          {Object.entries(STATE_LABELS).map(([state, label]) => (
            <option key={state} value={state}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <noscript>
        <Button>Filter</Button>
      </noscript>
    </Form>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
