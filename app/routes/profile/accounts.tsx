import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

import { FitTable } from '#app/components/profile/fit-table.tsx'
import { ProfileHeader } from '#app/components/profile/profile-header.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { ListScreen } from '#app/components/ui/list-screen.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { TAB_LOOK, TabCount } from '#app/components/ui/tabs.tsx'
import { listedSchema, type Listed } from '#app/domain/icp/closeness.ts'
import { getProfile } from '#app/domain/icp/get-profile.server.ts'
import { listFitAccounts } from '#app/domain/icp/list-fit-accounts.server.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { counted } from '#app/lib/counted.ts'

export const meta: MetaFunction = () => [{ title: 'Fit of accounts · Causeway' }]

/** `/profiles/:id/accounts?band=&close=&mine=&sort=`: accounts against one version, and what those that are close lack. */
export const loader = privateLoader('read', async (ctx, { params, request }) => {
  const profile = await getProfile(ctx, idParam(params['id'], 'The profile'))
  const search = new URL(request.url).searchParams
  const asked = (name: string) => search.get(name)
  const query = listedSchema.parse({
    ...{ band: asked('band'), close: asked('close'), mine: asked('mine'), sort: asked('sort') },
    page: asked('page') ?? 1,
  })
  const [listed, { baseCurrency }] = await Promise.all([
    listFitAccounts(ctx, profile, query),
    getOrganisation(ctx),
  ])
  const { id, line, number, state } = profile
  return { profile: { id, line, number, state }, query, ...listed, currency: baseCurrency }
})

export default function FitOfAccounts() {
  const { profile, query, rows, total, pages, bands, all, currency } =
    useLoaderData<typeof loader>()
  const { band, close, mine, sort, page } = query
  const href = (changed: Partial<Listed>) => {
    const { page: at, ...filters } = { ...query, page: 1, ...changed }
    const kept = Object.entries({ ...filters, page: at === 1 ? null : String(at) })
    return `/profiles/${profile.id}/accounts?${new URLSearchParams(
      kept.flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    )}`
  }
  const tabs = [
    { to: { band: null, close: null }, word: 'All', count: all },
    ...bands.map((one) => ({
      ...{ to: { band: one.band, close: null }, word: one.band, count: one.accounts },
    })),
    { to: { band: null, close: 'ideal' as const }, word: 'Close to ideal', count: null },
    { to: { band: null, close: 'better' as const }, word: 'Close to a better band', count: null },
  ]
  return (
    <ListScreen
      header={<ProfileHeader profile={profile} />}
      toolbar={
        <>
          <nav aria-label="Bands" className="-mb-px flex min-w-0 gap-4 self-end overflow-x-auto">
            {tabs.map(({ to, word, count }) => (
              <Link
                key={word}
                to={href(to)}
                aria-current={to.band === band && to.close === close ? 'page' : undefined}
                className={`${TAB_LOOK} whitespace-nowrap`}
              >
                <span className="first-letter:uppercase">{word}</span>
                {count === null ? null : <TabCount>{count}</TabCount>}
              </Link>
            ))}
          </nav>
          <Link
            to={href({ mine: mine ? null : '1' })}
            aria-current={mine ? 'true' : undefined}
            className={`${TAB_LOOK} -mb-px ml-auto self-end`}
          >
            My accounts
          </Link>
        </>
      }
      footer={
        <Pagination
          previousHref={page > 1 ? href({ page: page - 1 }) : null}
          nextHref={page < pages ? href({ page: page + 1 }) : null}
        >
          {counted(total, 'account')}
        </Pagination>
      }
    >
      {rows.length === 0 ? (
        <EmptyState title={close ? 'No account is close' : 'No account is in this band'}>
          {mine ? 'The list shows only accounts that you own. ' : ''}
          {close
            ? 'An account is close when work on one or two attributes lifts it. The settings say which attributes a CSM can work on.'
            : ''}
        </EmptyState>
      ) : (
        <FitTable
          rows={rows}
          currency={currency}
          close={close !== null}
          byArr={sort === 'arr'}
          sortHref={(by) => href({ sort: by })}
        />
      )}
    </ListScreen>
  )
}
