import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

import { PastForm } from '#app/components/model/past-form.tsx'
import { PastTable } from '#app/components/model/past-table.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageBody, Section } from '#app/components/ui/page.tsx'
import { getPastRanking } from '#app/domain/model/past-ranking.server.ts'
import { listModelVersions } from '#app/domain/model/versions.server.ts'
import { findFirst } from '#app/domain/movements/find-points.server.ts'
import { listProductLines } from '#app/domain/organisation/get-navigation.server.ts'
import { dayIn, getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { addDays, formatDay, isIsoDate } from '#app/lib/dates.ts'
import { recordId } from '#app/lib/fields.ts'

export const meta: MetaFunction = () => [{ title: 'Past rankings · Causeway' }]

/** `/model/past`: the ranking of a day, scored again from what was kept of it, by its own version of the model or another. */
export const loader = privateLoader('revenue.read', async (ctx, { request }) => {
  const search = new URL(request.url).searchParams
  const { timeZone, baseCurrency } = await getOrganisation(ctx)
  const today = dayIn(timeZone, ctx.now)
  const [lines, versions, first] = await Promise.all([
    listProductLines(ctx),
    listModelVersions(ctx),
    findFirst(ctx),
  ])
  const line = lines.find(({ slug }) => slug === search.get('line')) ?? lines[0]
  const typed = search.get('day') ?? addDays(today, -1)
  const problem = problemOf(typed, first?.day ?? today, today)
  const versionId = recordId.safeParse(search.get('version')).data ?? null
  return {
    form: {
      day: typed,
      problem,
      line: line?.slug ?? '',
      versionId,
      first: first?.day ?? null,
      today,
      lines: lines.map(({ slug, name }) => ({ slug, name })),
      versions: versions.map(({ id }) => id),
    },
    line: line?.name ?? '',
    ranking:
      problem === null && line
        ? await getPastRanking(ctx, { day: typed, lineId: line.id, versionId })
        : null,
    currency: baseCurrency,
  }
})

function problemOf(day: string, first: string, today: string): string | null {
  if (!isIsoDate(day)) return 'This is no day that exists. Write it as 2026-01-15.'
  if (day > today) return `${formatDay(day)} has not come yet.`
  return day < first ? `Rankings are kept from ${formatDay(first)} on.` : null
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>

export default function PastRankings() {
  const { form, ...shown } = useLoaderData<typeof loader>()
  return (
    <PageBody>
      <p className="mt-4 mb-3 max-w-[72ch] text-muted">
        What the score read is kept as facts by date. Any past ranking can be scored again from it,
        by the version of the model that was in force or by another.
      </p>
      {form.first === null ? (
        <EmptyState title="No day is over yet">
          The first ranking is kept when the first day with a score ends.
        </EmptyState>
      ) : (
        <>
          <PastForm {...form} first={form.first} />
          <Ranking {...shown} chosen={form.versionId} />
        </>
      )}
    </PageBody>
  )
}

function Ranking({
  ranking,
  line,
  currency,
  chosen,
}: Omit<Loaded, 'form'> & { chosen: number | null }) {
  if (ranking === null) return null
  const { day, versionId, rows, check } = ranking
  const by = check === null ? chosen : versionId
  return (
    <Section
      title={`${line} on ${formatDay(day)}`}
      aside={
        <>
          by{' '}
          <Link to={`/model/versions/${by}`} className="underline">
            version {by}
          </Link>
          {check === null ? `; version ${versionId} was in force` : ', which was in force'}
        </>
      }
    >
      {check === null ? null : <Check {...check} />}
      {rows.length === 0 ? (
        <EmptyState title="Nothing was ranked">No item of this product line had a rank.</EmptyState>
      ) : (
        <PastTable rows={rows} other={check === null} currency={currency} />
      )}
    </Section>
  )
}

function Check({ items, different }: { items: number; different: number }) {
  if (different > 0) {
    return (
      <Callout tone="watch" className="mb-2" title={`${different} of ${items} items differ`}>
        from what was stored that day. A release since then may score otherwise.
      </Callout>
    )
  }
  return (
    <p className="mb-2 text-muted">
      The same score and rank as stored that day, for each of {items} items of all lines.
    </p>
  )
}
