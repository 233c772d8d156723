import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

import { may } from '#app/auth/permissions.ts'
import { ImportanceBars } from '#app/components/importance-bars.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { PageBody, PageHeader, Section } from '#app/components/ui/page.tsx'
import { Figure, Figures } from '#app/components/ui/panel.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import { TYPE_LABELS } from '#app/domain/requests/labels.ts'
import { getResponseTimes } from '#app/domain/triage/get-response-times.server.ts'
import { shortSpan } from '#app/domain/triage/inbox.ts'
import type { ResponseTimes as Times } from '#app/domain/triage/response-time.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { requestKey } from '#app/lib/readable-id.ts'

import { inboxQuery } from './query.server.ts'

export const meta: MetaFunction = () => [{ title: 'Response times · Causeway' }]

export const loader = privateLoader('read', async (ctx, { request }) => {
  const query = await inboxQuery(ctx, request)
  return {
    ...(await getResponseTimes(ctx, query)),
    line: query.line,
    now: ctx.now,
    mayTriage: may(ctx.actor, 'request.triage'),
  }
})

export default function ResponseTimes() {
  const { line, mayTriage, ...report } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title="Response times"
        aside={line ? <span className="text-small text-muted">{line}</span> : null}
        actions={mayTriage ? <ButtonLink to="/triage">To triage</ButtonLink> : null}
      />
      <PageBody width="prose">
        <p className="mb-3 text-muted">
          From a request’s submission to Product’s first answer: a link, an answer, a question back
          or a no. The last 90 days; targets count in working days.
        </p>
        <Figures>
          <Figure label="Median wait" note="to the first answer">
            {span(report.all.median)}
          </Figure>
          <Figure label="Within target" note={`of ${report.all.answered} answered`}>
            {share(report.all)}
          </Figure>
          <Figure label="Overdue now" note="first or next answer">
            {report.overdue.length}
          </Figure>
        </Figures>
        <Section title="By importance">
          <TimesTable
            head="Importance"
            rows={report.byImportance.map(({ importance, target, times }) => ({
              key: importance,
              name: <ImportanceBars importance={importance} />,
              target,
              times,
            }))}
          />
        </Section>
        <Section title="By type">
          <TimesTable
            head="Type"
            rows={report.byType.map(({ type, times }) => ({
              key: type,
              name: TYPE_LABELS[type],
              times,
            }))}
          />
        </Section>
        <Section title="Overdue now">
          <Overdue rows={report.overdue} now={report.now} mayTriage={mayTriage} />
        </Section>
      </PageBody>
    </>
  )
}

const span = (median: number | null) => (median === null ? 'none yet' : shortSpan(median))
const share = ({ withinTarget }: Times) =>
  withinTarget === null ? 'none yet' : `${Math.round(withinTarget * 100)} %`

type TimesRow = { key: string; name: React.ReactNode; target?: number | null; times: Times }

function TimesTable({ head, rows }: { head: string; rows: readonly TimesRow[] }) {
  const targets = rows.some(({ target }) => target != null)
  return (
    <Table caption={`Response times by ${head.toLowerCase()}`} plain>
      <THead>
        <Th>{head}</Th>
        {targets ? (
          <Th numeric unit="working days">
            Target
          </Th>
        ) : null}
        <Th numeric>Answered</Th>
        <Th numeric>Median wait</Th>
        <Th numeric>Within target</Th>
      </THead>
      <TBody>
        {rows.map(({ key, name, target, times }) => (
          <Tr key={key}>
            <Td card="title">{name}</Td>
            {targets ? (
              <Td numeric label="Target, working days">
                {target}
              </Td>
            ) : null}
            <Td numeric label="Answered">
              {times.answered}
            </Td>
            <Td numeric label="Median">
              {span(times.median)}
            </Td>
            <Td numeric label="Within target">
              {share(times)}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  )
}

function Overdue({
  rows,
  now,
  mayTriage,
}: {
  rows: Awaited<ReturnType<typeof getResponseTimes>>['overdue']
  now: Date
  mayTriage: boolean
}) {
  if (rows.length === 0) return <p className="text-muted">No answer is late.</p>
  return (
    <Table caption="Requests whose answer is late" fixed plain>
      <THead>
        <Th>Request</Th>
        <Th className="w-40">Account</Th>
        <Th className="w-28">Importance</Th>
        <Th numeric className="w-24">
          Late by
        </Th>
      </THead>
      <TBody>
        {rows.map((row) => {
          const href = mayTriage ? `/triage/${row.id}` : `/requests/${row.id}`
          return (
            <Tr key={row.id} href={href}>
              <Td card="title">
                <Link to={href} title={row.title} className="hover:underline">
                  <span className="text-faint">{requestKey(row.id)}</span> {row.title}
                </Link>
              </Td>
              <Td title={row.accountName}>{row.accountName}</Td>
              <Td>
                <ImportanceBars importance={row.importance} />
              </Td>
              <Td numeric className="text-risk">
                {shortSpan(now.getTime() - row.answerDueAt.getTime())}
              </Td>
            </Tr>
          )
        })}
      </TBody>
    </Table>
  )
}
