import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { Plus } from 'lucide-react'

import { may } from '#app/auth/permissions.ts'
import { AccountChips, AccountFilterMenu } from '#app/components/accounts/account-filters.tsx'
import { AccountTable } from '#app/components/accounts/account-table.tsx'
import { ArrText } from '#app/components/accounts/arr-text.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { ListScreen } from '#app/components/ui/list-screen.tsx'
import { PageHeader } from '#app/components/ui/page.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { SearchField } from '#app/components/ui/search-field.tsx'
import { listAccounts } from '#app/domain/accounts/list-accounts.server.ts'
import { listAccountOwners, listAccountWords } from '#app/domain/accounts/list-choices.server.ts'
import { FILTER_NAMES, readAccountFilter } from '#app/domain/accounts/list-filter.ts'
import { countUnmatchedDeals } from '#app/domain/accounts/list-unmatched-deals.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { changeParams } from '#app/lib/search-params.ts'

export const meta: MetaFunction = () => [{ title: 'Accounts · Causeway' }]

export const loader = privateLoader('read', async (ctx, { request }) => {
  const filter = readAccountFilter(new URL(request.url).searchParams)
  return {
    filter,
    list: await listAccounts(ctx, filter),
    words: await listAccountWords(ctx),
    owners: await listAccountOwners(ctx),
    unmatchedDeals: await countUnmatchedDeals(ctx),
    may: { create: may(ctx.actor, 'account.create'), import: may(ctx.actor, 'import.run') },
  }
})

export default function Accounts() {
  const { filter, list, words, owners, unmatchedDeals, may } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const keep = [...search].filter(([name]) => !['q', 'after', 'before'].includes(name))
  const page = (changes: Record<string, string | null>) =>
    `/accounts${changeParams(search, { after: null, before: null, ...changes })}`
  const filtered = FILTER_NAMES.some((name) => filter[name] !== undefined)
  return (
    <ListScreen
      header={
        <PageHeader
          title="Accounts"
          actions={
            <>
              {may.import ? <ButtonLink to="/imports">Import</ButtonLink> : null}
              {may.create ? (
                <ButtonLink
                  to="/accounts/new"
                  variant="primary"
                  icon={<Plus aria-hidden className="size-4" />}
                >
                  New account
                </ButtonLink>
              ) : null}
            </>
          }
        />
      }
      toolbar={
        <>
          <SearchField
            key={filter.q ?? ''}
            label="Search accounts"
            defaultValue={filter.q}
            action="/accounts"
            keep={keep}
            className="w-60 max-w-full max-md:w-full"
          />
          <div className="flex flex-1 flex-wrap items-center justify-end gap-1.5 py-1">
            <AccountChips filter={filter} owners={owners} search={search} />
            <AccountFilterMenu filter={filter} owners={owners} words={words} search={search} />
          </div>
        </>
      }
      footer={
        <>
          <span>
            <b>{list.total.toLocaleString('en')}</b> {list.total === 1 ? 'account' : 'accounts'}
          </span>
          {list.arr ? (
            <span>
              ARR{' '}
              <b>
                <ArrText arr={list.arr} full />
              </b>
            </span>
          ) : null}
          {unmatchedDeals > 0 ? (
            <Link to="/accounts/renewals-without-contract" className="underline hover:text-text">
              {unmatchedDeals === 1
                ? '1 renewal without a contract'
                : `${unmatchedDeals} renewals without a contract`}
            </Link>
          ) : null}
          <Link to="/accounts/data-quality" className="underline hover:text-text">
            Data quality
          </Link>
          <span className="flex-1" />
          <Pagination
            previousHref={list.before && page({ before: list.before })}
            nextHref={list.after && page({ after: list.after })}
          />
        </>
      }
    >
      {list.rows.length > 0 ? (
        <AccountTable list={list} filter={filter} search={search} />
      ) : filtered || search.has('after') || search.has('before') ? (
        <EmptyState
          title="No account passes these filters"
          action={<ButtonLink to="/accounts">Show all accounts</ButtonLink>}
        >
          Take a filter off, or search for a part of the name, the domain or an id of another
          system.
        </EmptyState>
      ) : (
        <EmptyState
          title="No accounts yet"
          action={
            <>
              {may.import ? (
                <ButtonLink to="/imports" variant="primary">
                  Import accounts
                </ButtonLink>
              ) : null}
              {may.create ? <ButtonLink to="/accounts/new">New account</ButtonLink> : null}
            </>
          }
        >
          Accounts carry the revenue behind every request. They come in from a file of your CRM, or
          one by one.
        </EmptyState>
      )}
    </ListScreen>
  )
}
