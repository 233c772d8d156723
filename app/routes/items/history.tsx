import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

import { TimeChart } from '#app/components/charts/time-chart.tsx'
import { MovementCauses } from '#app/components/items/movement-causes.tsx'
import { SpanForm } from '#app/components/items/span-form.tsx'
import { MoneyText } from '#app/components/money-text.tsx'
import { RouteError } from '#app/components/route-error.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageBody, PageHeader, Section } from '#app/components/ui/page.tsx'
import { getScoreHistory } from '#app/domain/backlog/history.server.ts'
import { rankText } from '#app/domain/items/words.ts'
import { formatMoney, fromMajor } from '#app/domain/money.ts'
import { findSpan, listPublishedNumbers } from '#app/domain/movements/find-points.server.ts'
import { getMovement } from '#app/domain/movements/get-movement.server.ts'
import { readSpan } from '#app/domain/movements/points.ts'
import { pointText, rankSentence } from '#app/domain/movements/words.ts'
import { dayIn, getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { diffDays, formatDay } from '#app/lib/dates.ts'
import { itemKey } from '#app/lib/readable-id.ts'

import { loadItem } from './subject.server.ts'

export const meta: MetaFunction = () => [{ title: 'Why it moved · Causeway' }]

const DAYS_SHOWN = 365

export const loader = privateLoader('read', async (ctx, args: LoaderFunctionArgs) => {
  const item = await loadItem(ctx, args)
  const asked = readSpan(new URL(args.request.url).searchParams)
  const span = await findSpan(ctx, item.lineId, asked)
  const days = await getScoreHistory(ctx, item.id, DAYS_SHOWN)
  const { baseCurrency, timeZone } = await getOrganisation(ctx)
  return {
    item,
    span,
    movement: span === null ? null : await getMovement(ctx, item, span),
    ranks: days.flatMap(({ day, rank }) => (rank === null ? [] : { date: day, value: rank })),
    scores: item.money ? days.map(({ day, score }) => ({ date: day, value: score })) : [],
    publications: await listPublishedNumbers(ctx, item.lineId),
    currency: baseCurrency,
    today: dayIn(timeZone, ctx.now),
    now: ctx.now,
  }
})

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>

export default function HistoryPage() {
  const loaded = useLoaderData<typeof loader>()
  const { item, span } = loaded
  return (
    <>
      <PageHeader
        title="Why it moved"
        aside={
          <span className="text-muted">
            {[itemKey(item.id), rankText(item)].filter((part) => part !== null).join(', ')}
          </span>
        }
      />
      <PageBody>
        <p className="mb-3">
          <Link to={`/items/${item.id}`} dir="auto" className="font-strong hover:underline">
            {item.title}
          </Link>
        </p>
        {span === null ? (
          <EmptyState title="Nothing is known yet">
            What the score is made of is kept from its first day on. Reasons come with the days.
          </EmptyState>
        ) : (
          <>
            <SpanForm {...span} today={loaded.today} publications={loaded.publications} />
            <Charts {...loaded} marks={[span.from.day, span.to.day]} />
            <Why {...loaded} span={span} />
          </>
        )}
      </PageBody>
    </>
  )
}

function Charts({ ranks, scores, currency, marks }: Loaded & { marks: string[] }) {
  const money = (value: number, compact: boolean) =>
    formatMoney(fromMajor(Math.round(value), currency), { compact })
  return (
    <div className="grid max-w-[980px] gap-x-8 gap-y-3 md:grid-cols-2">
      {scores.length === 0 ? null : (
        <Section title="Score" aside={`${currency} an engineer-week`} className="pt-1">
          <TimeChart
            caption="Score over time"
            points={scores}
            short={(value) => money(value, true)}
            full={(value) => money(value, false)}
            marks={marks}
          />
        </Section>
      )}
      {ranks.length === 0 ? null : (
        <Section title="Rank" aside="in its product line" className="pt-1">
          <TimeChart
            caption="Rank over time"
            points={ranks}
            short={String}
            full={String}
            ranks
            marks={marks}
          />
        </Section>
      )}
    </div>
  )
}

function Why({
  span: { from, to, first },
  movement,
  item,
  currency,
  now,
}: Loaded & { span: NonNullable<Loaded['span']> }) {
  if (movement === null) return null
  const { score, rank, known } = movement
  return (
    <Section title={`From ${pointText(from)} to ${pointText(to)}`}>
      <p className="mb-2 max-w-[72ch] text-body">
        {known ? null : `It had no score on ${pointText(from)}. `}
        {rank === null ? null : `${rankSentence(rank)} `}
        {score === null ? null : (
          <>
            Its score went from <MoneyText full amount={{ value: score.from, currency }} /> to{' '}
            <MoneyText full amount={{ value: score.to, currency }} />.
          </>
        )}
      </p>
      {score === null || score.causes.length === 0 ? (
        <p className="text-muted">{quietWords(item.money, score !== null, first)}</p>
      ) : (
        <MovementCauses
          causes={score.causes}
          days={diffDays(from.day, to.day)}
          currency={currency}
          now={now}
        />
      )}
    </Section>
  )
}

function quietWords(money: boolean, scored: boolean, first: string): string {
  if (!money || !scored) {
    return 'What moved the score shows revenue. It is open to Customer Success and Product.'
  }
  return `Nothing that it depends on changed. Reasons are known from ${formatDay(first)} on.`
}

export function ErrorBoundary() {
  return <RouteError />
}
