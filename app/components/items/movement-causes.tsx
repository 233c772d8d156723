import { Link } from '@remix-run/react'

import { SignedBar } from '#app/components/charts/signed-bar.tsx'
import { TimeText } from '#app/components/date-text.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { formatMoney, fromMajor } from '#app/domain/money.ts'
import type { MovementCause, MovementEvent, MovementRow } from '#app/domain/movements/movement.ts'
import { CAUSE_LABELS, causeSentence } from '#app/domain/movements/words.ts'

type MovementCausesProps = {
  causes: readonly MovementCause[]
  /** Days between the two points. */
  days: number
  currency: string
  now: Date
}

/** Rows in sight under a cause; the rest opens. */
const FEW = 4

/** Why a score moved: a line a cause, with what changed below it. The figures add up to the difference. */
export function MovementCauses({ causes, days, currency, now }: MovementCausesProps) {
  const max = Math.max(...causes.map(({ shown }) => Math.abs(shown)))
  return (
    <ul className="max-w-[760px] border-t border-line-strong">
      {causes.map(({ cause, shown, rows }) => (
        <li key={cause} className="border-b py-2">
          <p className="flex items-baseline gap-3">
            <b className="min-w-0 flex-1">{CAUSE_LABELS[cause]}</b>
            <span className="max-sm:hidden">
              <SignedBar value={shown} max={max} />
            </span>
            <b className="w-20 text-right">
              <Signed value={shown} currency={currency} />
            </b>
          </p>
          <p className="text-muted">{causeSentence(cause, days)}</p>
          <Rows rows={rows.slice(0, FEW)} currency={currency} now={now} />
          {rows.length > FEW ? (
            <Disclosure summary={`${rows.length - FEW} more`} className="mt-0.5">
              <Rows rows={rows.slice(FEW)} currency={currency} now={now} />
            </Disclosure>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function Signed({ value, currency }: { value: number; currency: string }) {
  const amount = formatMoney(fromMajor(Math.abs(value), currency))
  const sign = value < 0 ? '−' : value > 0 ? '+' : ''
  return <span className="whitespace-nowrap tabular-nums">{`${sign}${amount}`}</span>
}

type RowsProps = Pick<MovementCausesProps, 'currency' | 'now'> & { rows: readonly MovementRow[] }

function Rows({ rows, currency, now }: RowsProps) {
  if (rows.length === 0) return null
  return (
    <ul className="mt-0.5 space-y-0.5 pl-3 text-small">
      {rows.map(({ key, name, href, shown, events }) => (
        <li key={key} className="flex items-baseline gap-3">
          <div className="min-w-0 flex-1 wrap-anywhere">
            <Named name={name} href={href} />
            {events.length === 1 && events[0]?.subject === null ? (
              <>
                {' '}
                <Event event={events[0]} now={now} />
              </>
            ) : (
              <Events events={events} now={now} />
            )}
          </div>
          {shown === null ? null : (
            <span className="w-20 text-right text-muted">
              <Signed value={shown} currency={currency} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function Events({ events, now }: { events: readonly MovementEvent[]; now: Date }) {
  if (events.length === 0) return null
  const list = (some: readonly MovementEvent[]) => (
    <ul className="pl-3">
      {some.map((event) => (
        <li key={event.key}>
          <Event event={event} now={now} />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {list(events.slice(0, FEW))}
      {events.length > FEW ? (
        <Disclosure summary={`${events.length - FEW} more`}>{list(events.slice(FEW))}</Disclosure>
      ) : null}
    </>
  )
}

function Event({ event, now }: { event: MovementEvent; now: Date }) {
  const { subject, clause, href, by, at } = event
  return (
    <>
      {subject === null ? null : (
        <>
          <Named name={subject} href={href} />:{' '}
        </>
      )}
      <bdi>{clause}</bdi>
      {at === null ? null : (
        <span className="text-muted">
          {by === null ? ', ' : `, ${by}, `}
          <TimeText at={at} now={now} />
        </span>
      )}
    </>
  )
}

function Named({ name, href }: { name: string; href: string | null }) {
  return href === null ? (
    <span dir="auto">{name}</span>
  ) : (
    <Link to={href} dir="auto" className="underline">
      {name}
    </Link>
  )
}
