import { Link } from '@remix-run/react'

import { MoneyText } from '#app/components/money-text.tsx'
import { StatusDisc } from '#app/components/status-disc.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Kbd } from '#app/components/ui/kbd.tsx'
import { LIKENESSES, markWords, type Likeness } from '#app/domain/requests/look-alike.ts'
import type { AlikeItem } from '#app/domain/triage/list-alike-items.server.ts'
import type { LinkEffect } from '#app/domain/triage/list-neighbours.server.ts'
import type { RequestFacts } from '#app/domain/triage/rules.ts'
import { cx } from '#app/lib/class-names.ts'
import { currencySymbol } from '#app/lib/currencies.ts'
import { itemKey } from '#app/lib/readable-id.ts'

import { DecisionForm, type DecisionTarget } from './decision-form.tsx'

/** As much of the pane as a card tells of. */
type CardPane = {
  request: Pick<RequestFacts, 'state'>
  account: { name: string }
  options: { baseCurrency: string }
}

type CardProps = {
  item: AlikeItem
  /** 1 for the first; its key as well. */
  place: number
  /** The submitter says that it is this one. */
  named: boolean
  words: readonly string[]
  mayLink: boolean
  effect: LinkEffect | null
  pane: CardPane
  target: DecisionTarget
}

/** An item that resembles the request, with the shared words marked and the link one key away. */
export function AlikeItemCard({
  item,
  place,
  named,
  words,
  mayLink,
  effect,
  pane,
  target,
}: CardProps) {
  const linked = named && pane.request.state === 'linked'
  return (
    <li className="border-b py-2.5 first:pt-0">
      <div className="flex items-center gap-2">
        <Link
          to={`/items/${item.id}`}
          className="truncate font-strong hover:underline"
          title={item.title}
        >
          {item.title}
        </Link>
        <span className="shrink-0 text-faint">{itemKey(item.id)}</span>
        <span className="flex-1" />
        {linked ? (
          <span className="text-small text-muted">linked</span>
        ) : mayLink ? (
          <DecisionForm
            target={target}
            noun={named ? 'same-as' : 'link'}
            fields={named ? {} : { itemId: item.id }}
          >
            <Button
              size="small"
              className={cx(place === 1 && 'border-accent! font-strong text-accent!')}
              aria-keyshortcuts={place <= 3 ? String(place) : undefined}
              aria-label={`Link to ${itemKey(item.id)}`}
            >
              Link {place <= 3 ? <Kbd>{place}</Kbd> : null}
            </Button>
          </DecisionForm>
        ) : null}
      </div>
      {item.words ? (
        <p className="mt-0.5 line-clamp-2 text-small text-muted">
          “
          {markWords(item.words.slice(0, 240), words).map(({ text, shared }, index) =>
            shared ? <mark key={index}>{text}</mark> : text,
          )}
          ”
        </p>
      ) : null}
      <p className="mt-0.5 flex flex-wrap items-center gap-x-3 text-small text-muted">
        {named && !linked ? <b className="text-text">the CSM says it is this</b> : null}
        {item.likeness ? <LikenessMark likeness={item.likeness} /> : null}
        <StatusDisc status={item.status} horizon={item.horizon} />
        <span>
          {item.accounts} {item.accounts === 1 ? 'account' : 'accounts'}
        </span>
      </p>
      {effect ? <Effect effect={effect} pane={pane} /> : null}
    </li>
  )
}

/** How much the texts have in common, as bars and in words. */
function LikenessMark({ likeness }: { likeness: Likeness }) {
  const filled = LIKENESSES.length - LIKENESSES.indexOf(likeness)
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg viewBox="0 0 16 10" aria-hidden className="h-2.5 w-4">
        {LIKENESSES.map((each, index) => (
          <rect
            key={each}
            x={index * 6}
            width="4"
            height="10"
            rx="1"
            className={index < filled ? 'fill-accent' : 'fill-ink-3'}
          />
        ))}
      </svg>
      {likeness}
    </span>
  )
}

/** What linking would change: the item's score and rank, the account's risk, the line on the receipt. */
function Effect({ effect, pane: { account, options } }: { effect: LinkEffect; pane: CardPane }) {
  const money = (value: number) => (
    <MoneyText amount={{ value, currency: options.baseCurrency }} full />
  )
  const whole = (value: number) => Math.round(value).toLocaleString('en')
  const rank = (value: number | null) => (value === null ? 'none' : value)
  return (
    <section
      aria-label="If you link it"
      className="mt-2 rounded-md border border-accent-line bg-accent-soft px-3 pt-2 pb-2.5 text-small"
    >
      <h3 className="mb-0.5">If you link it</h3>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto_16px_auto] gap-x-1">
        <Before
          label={`Score of ${itemKey(effect.itemId)}, ${currencySymbol(options.baseCurrency)} a week`}
          before={whole(effect.score.before)}
          after={whole(effect.score.after)}
        />
        <Before label="Rank" before={rank(effect.rank.before)} after={rank(effect.rank.after)} />
        <Before
          label={`${account.name} at risk`}
          before={money(effect.accountAtRisk.before)}
          after={money(effect.accountAtRisk.after)}
        />
        <dt className="col-span-3 text-muted">New line on the receipt</dt>
        <dd className="text-right font-strong">{money(effect.line)}</dd>
      </dl>
    </section>
  )
}

function Before({
  label,
  before,
  after,
}: {
  label: string
  before: React.ReactNode
  after: React.ReactNode
}) {
  return (
    <>
      <dt className="truncate text-muted" title={label}>
        {label}
      </dt>
      <dd className="text-right">{before}</dd>
      <dd aria-label="becomes" className="text-center text-faint">
        →
      </dd>
      <dd className="min-w-14 text-right font-strong">{after}</dd>
    </>
  )
}
