import { Link, useSearchParams } from '@remix-run/react'
import { CalendarDays, Inbox, Mail, Target } from 'lucide-react'
import type { ReactNode } from 'react'

import { DateText } from '#app/components/date-text.tsx'
import { MoneyText } from '#app/components/money-text.tsx'
import { REQUEST_TYPE_OPTIONS } from '#app/components/triage/options.ts'
import { EVIDENCE_LABELS } from '#app/domain/requests/labels.ts'
import { countedEvidence } from '#app/domain/scoring/evidence.ts'
import type { AtStake } from '#app/domain/triage/get-stake.server.ts'
import { cx } from '#app/lib/class-names.ts'
import type { IsoDate } from '#app/lib/dates.ts'

import { DecisionForm, stay, type DecisionTarget } from './decision-form.tsx'
import type { Pane } from './load-pane.server.ts'
import { decideHref } from './pane-address.ts'

/** Evidence, what is at stake, the goal it blocks, the type and the place, a line each. */
export function RequestFacts({ pane, target }: { pane: Pane; target: DecisionTarget }) {
  const { request, stake, today } = pane
  const [search] = useSearchParams()
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence" className="mt-4 mb-1.5 text-small">
        Evidence and what is at stake
      </h2>
      <dl className="border-t">
        <Line
          name="Evidence"
          icon={<Mail aria-hidden className="size-4 shrink-0 text-muted" />}
          aside={
            request.evidence === 'none' ? null : <Convincing request={request} target={target} />
          }
        >
          <Evidence request={request} />
        </Line>
        {stake.length === 0 ? (
          <Line name="At stake" icon={<CalendarDays aria-hidden className="size-4 text-muted" />}>
            <span className="text-muted">No open contract, no opportunity named</span>
          </Line>
        ) : (
          stake.map((one) => (
            <Line
              key={`${one.kind}:${one.id}`}
              name="At stake"
              icon={<CalendarDays aria-hidden className="size-4 shrink-0 text-muted" />}
              aside={one.risk === null ? null : `${Math.round(one.risk * 100)} % at risk today`}
            >
              <Stake stake={one} today={today} />
            </Line>
          ))
        )}
        {request.goal ? (
          <Line
            name="Blocks goal"
            icon={<Target aria-hidden className="size-4 shrink-0 text-muted" />}
          >
            {request.goal}
          </Line>
        ) : null}
        <Line
          name="Place"
          icon={<Inbox aria-hidden className="size-4 shrink-0 text-muted" />}
          aside={
            <Link
              to={decideHref(request.id, search, 'line')}
              preventScrollReset
              className="underline-offset-2 hover:text-text hover:underline"
            >
              Move
            </Link>
          }
        >
          {[request.lineName, request.areaName].filter(Boolean).join(', ')}
        </Line>
        <Line name="Type">
          <TypeChoice type={request.type} target={target} />
        </Line>
      </dl>
    </section>
  )
}

function Line({
  name,
  icon,
  aside,
  children,
}: {
  name: string
  icon?: ReactNode
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-x-2 border-b py-1.5">
      <dt className="w-24 shrink-0 text-muted max-sm:w-full">{name}</dt>
      <dd className="flex min-w-0 flex-1 items-center gap-2">
        {icon}
        <span className="min-w-0 wrap-anywhere">{children}</span>
      </dd>
      {aside ? <dd className="text-muted">{aside}</dd> : null}
    </div>
  )
}

function Evidence({ request }: Pick<Pane, 'request'>) {
  const { evidence, evidenceUrl, evidenceQuote, evidenceDoubt } = request
  return (
    <>
      {EVIDENCE_LABELS[evidence]}
      {evidenceQuote ? <>: “{evidenceQuote}”</> : null}
      {evidenceUrl ? (
        <>
          :{' '}
          <a
            href={evidenceUrl}
            rel="noreferrer noopener"
            target="_blank"
            className="underline underline-offset-2"
          >
            {evidenceUrl}
          </a>
        </>
      ) : null}
      {evidenceDoubt === null ? null : (
        <span className="block text-small text-muted">
          Not convincing to {request.doubterName}: “{evidenceDoubt}” It counts as “
          {EVIDENCE_LABELS[countedEvidence(evidence, true)]}”.
        </span>
      )}
    </>
  )
}

/** Whether the evidence counts as it is; a doubt asks for its reason. */
function Convincing({ request, target }: Pick<Pane, 'request'> & { target: DecisionTarget }) {
  const [search] = useSearchParams()
  const doubted = request.evidenceDoubt !== null
  const look =
    'inline-flex h-6 items-center px-2 text-small whitespace-nowrap text-muted hover:text-text touch:h-touch aria-pressed:bg-hover aria-pressed:font-strong aria-pressed:text-text'
  return (
    <DecisionForm target={stay(target)} noun="doubt">
      <span className="inline-flex overflow-hidden rounded-md border border-line-strong">
        <button
          name="convincing"
          value="yes"
          disabled={!doubted}
          aria-pressed={!doubted}
          className={look}
        >
          Convincing
        </button>
        <Link
          to={decideHref(request.id, search, 'doubt')}
          preventScrollReset
          aria-current={doubted ? 'true' : undefined}
          aria-label={doubted ? 'Not convincing, change the reason' : 'Not convincing'}
          className={cx(
            look,
            'border-l border-line-strong aria-current:bg-hover aria-current:font-strong aria-current:text-text',
          )}
        >
          Not
        </Link>
      </span>
    </DecisionForm>
  )
}

function Stake({ stake, today }: { stake: AtStake; today: IsoDate }) {
  return (
    <>
      {stake.kind === 'contract' ? 'Contract' : `Opportunity ${stake.name}`}{' '}
      {stake.amount ? <MoneyText amount={stake.amount} full /> : 'of unknown amount'}
      {stake.monthly ? ' a month' : null}
      {stake.date ? (
        <>
          , {stake.kind === 'contract' ? 'renews' : 'closes'}{' '}
          <DateText date={stake.date} today={today} as="day" />
        </>
      ) : null}
    </>
  )
}

function TypeChoice({ type, target }: { type: Pane['request']['type']; target: DecisionTarget }) {
  return (
    <DecisionForm target={stay(target)} noun="type">
      <span className="inline-flex flex-wrap overflow-hidden rounded-md border border-line-strong">
        {REQUEST_TYPE_OPTIONS.map(({ value, label }) => (
          <button
            key={value}
            name="type"
            value={value}
            disabled={value === type}
            aria-pressed={value === type}
            className={cx(
              'h-6 flex-1 px-2 text-small whitespace-nowrap text-muted not-first:border-l not-first:border-line-strong hover:text-text touch:h-touch',
              'aria-pressed:bg-hover aria-pressed:font-strong aria-pressed:text-text',
            )}
          >
            {label}
          </button>
        ))}
      </span>
    </DecisionForm>
  )
}
