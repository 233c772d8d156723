import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'

import { MoneyText } from '#app/components/money-text.tsx'
import { ProfileHeader } from '#app/components/profile/profile-header.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { ListScreen } from '#app/components/ui/list-screen.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import { TAB_LOOK } from '#app/components/ui/tabs.tsx'
import { attributeText } from '#app/domain/accounts/attributes.ts'
import { FIT_BANDS, type Fit, type FitReason } from '#app/domain/icp/fit.ts'
import { getProfile, measureProfile } from '#app/domain/icp/get-profile.server.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

const PAGE = 100

const BANDS = FIT_BANDS.map(([band]) => band)

const Query = z.object({
  band: z.enum(BANDS).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export const meta: MetaFunction = () => [{ title: 'Fit of accounts · Causeway' }]

/** `/profiles/:id/accounts?band=`: every account against one version, with the reasons and what is unknown. */
export const loader = privateLoader('read', async (ctx, { params, request }) => {
  const profile = await getProfile(ctx, idParam(params['id'], 'The profile'))
  const search = new URL(request.url).searchParams
  const { band, page } = Query.parse({ band: search.get('band'), page: search.get('page') ?? 1 })
  const [{ fits, bands }, { baseCurrency }] = await Promise.all([
    measureProfile(ctx, profile),
    getOrganisation(ctx),
  ])
  const shown = fits
    .filter(({ fit }) => band === null || fit.band === band)
    .sort((a, b) => b.fit.fit - a.fit.fit)
  return {
    profile: {
      id: profile.id,
      line: profile.line,
      number: profile.number,
      state: profile.state,
    },
    rows: shown
      .slice((page - 1) * PAGE, page * PAGE)
      .map(({ id, name, arr, fit }) => ({ id, name, arr, fit })),
    total: shown.length,
    page,
    pages: Math.ceil(shown.length / PAGE),
    band,
    bands,
    all: fits.length,
    currency: baseCurrency,
  }
})

export default function FitOfAccounts() {
  const { profile, rows, total, page, pages, band, bands, all, currency } =
    useLoaderData<typeof loader>()
  const href = (to: string | null, at = 1) =>
    `/profiles/${profile.id}/accounts?${new URLSearchParams({
      ...(to === null ? {} : { band: to }),
      ...(at === 1 ? {} : { page: String(at) }),
    })}`
  const money = rows.some(({ arr }) => arr !== null)
  return (
    <ListScreen
      header={<ProfileHeader profile={profile} />}
      toolbar={
        <nav aria-label="Bands" className="-mb-px flex gap-4 self-end overflow-x-auto">
          {[{ band: null, accounts: all }, ...bands].map((one) => (
            <Link
              key={one.band ?? 'all'}
              to={href(one.band)}
              aria-current={one.band === band ? 'page' : undefined}
              className={`${TAB_LOOK} capitalize`}
            >
              {one.band ?? 'all'}{' '}
              <span className="text-small font-regular text-faint">{one.accounts}</span>
            </Link>
          ))}
        </nav>
      }
      footer={
        <Pagination
          previousHref={page > 1 ? href(band, page - 1) : null}
          nextHref={page < pages ? href(band, page + 1) : null}
        >
          {total} {total === 1 ? 'account' : 'accounts'}
        </Pagination>
      }
    >
      {rows.length === 0 ? (
        <EmptyState title="No account is in this band" />
      ) : (
        <Table caption="Accounts by fit" fixed>
          <THead>
            <Th className="w-56">Account</Th>
            <Th numeric className="w-16">
              Fit
            </Th>
            <Th className="w-20 pl-3">Band</Th>
            {money ? (
              <Th numeric className="w-24">
                ARR
              </Th>
            ) : null}
            <Th className="pl-4">Why</Th>
          </THead>
          <TBody>
            {rows.map((row) => (
              <Tr key={row.id} href={`/accounts/${row.id}`}>
                <Td card="title" title={row.name}>
                  <Link to={`/accounts/${row.id}`} className="hover:underline">
                    {row.name}
                  </Link>
                </Td>
                <Td numeric strong label="Fit">
                  {row.fit.fit.toFixed(2)}
                </Td>
                <Td label="Band" className="pl-3">
                  {row.fit.band}
                </Td>
                {money ? (
                  <Td numeric label="ARR">
                    {row.arr === null ? null : <MoneyText amount={{ value: row.arr, currency }} />}
                  </Td>
                ) : null}
                <Td className="py-1 pl-4 whitespace-normal">
                  <Reasons fit={row.fit} />
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      )}
    </ListScreen>
  )
}

function Reasons({ fit }: { fit: Fit }) {
  const counts = [
    [fit.reasonsFor, 'for'],
    [fit.reasonsAgainst, 'against'],
    [fit.unknown, 'unknown'],
  ] as const
  return (
    <Disclosure
      summary={
        <span className="truncate">
          {counts
            .filter(([reasons]) => reasons.length > 0)
            .map(([reasons, word]) => `${reasons.length} ${word}`)
            .join(', ')}
          {fit.ruledOut ? '; ruled out' : fit.mustHaveUnknown ? '; a must-have is unknown' : ''}
        </span>
      }
    >
      <ul className="text-small text-muted">
        {counts.flatMap(([reasons, word]) =>
          reasons.map((reason) => (
            <li key={`${word} ${reason.label}`}>{reasonText(reason, word)}</li>
          )),
        )}
      </ul>
    </Disclosure>
  )
}

function reasonText(
  { kind, label, points, value }: FitReason,
  word: 'for' | 'against' | 'unknown',
): string {
  const weight =
    kind === 'points' ? `${points} points` : kind === 'must_have' ? 'must have' : 'exclusion'
  const has = word === 'unknown' ? 'not known' : attributeText(value) || 'nothing'
  return `${label} (${weight}): ${has}, ${word === 'unknown' ? 'no effect' : word}`
}
