import { Form, Link, useSearchParams } from '@remix-run/react'
import { Search } from 'lucide-react'

import { ImportanceBars } from '#app/components/importance-bars.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { TextInput } from '#app/components/ui/inputs.tsx'
import { Kbd } from '#app/components/ui/kbd.tsx'
import { Popover } from '#app/components/ui/popover.tsx'
import { STATE_LABELS } from '#app/domain/requests/labels.ts'
import { tellingWords } from '#app/domain/requests/look-alike.ts'
import { refusal } from '#app/domain/triage/rules.ts'
import type { OtherSaid, SameAccount } from '#app/domain/triage/list-neighbours.server.ts'
import { itemKey, requestKey } from '#app/lib/readable-id.ts'

import { AlikeItemCard } from './alike-item-card.tsx'
import type { DecisionTarget } from './decision-form.tsx'
import type { Pane } from './load-pane.server.ts'
import { decideHref, requestHref } from './pane-address.ts'

/** What resembles the request: items to link it to, other accounts' words, its own account's requests. */
export function Neighbours({ pane, target }: { pane: Pane; target: DecisionTarget }) {
  const { request, neighbours, find } = pane
  const words = tellingWords(`${request.title} ${request.body}`)
  const mayLink = refusal('link', request) === null
  return (
    <>
      <div className="flex min-h-12 items-center gap-2">
        <h2 className="flex-1">{find ? `Items found for “${find}”` : 'Items like this'}</h2>
        <FindAnother pane={pane} />
      </div>
      {neighbours.items.length === 0 ? (
        <p className="pb-3 text-muted">
          {find
            ? 'No item has these words. Try others, or its number.'
            : 'No item resembles it. Find one by its words, or make a new one.'}
        </p>
      ) : (
        <ul>
          {neighbours.items.map((item, index) => (
            <AlikeItemCard
              key={item.id}
              item={item}
              place={index + 1}
              named={item.id === request.itemId}
              words={words}
              mayLink={mayLink}
              effect={neighbours.effect?.itemId === item.id ? neighbours.effect : null}
              pane={pane}
              target={target}
            />
          ))}
        </ul>
      )}
      <Others others={neighbours.others} />
      <SameAccountList rows={neighbours.sameAccount} request={request} />
    </>
  )
}

function FindAnother({ pane: { request, find } }: { pane: Pane }) {
  const [search] = useSearchParams()
  if (find) {
    return (
      <ButtonLink variant="quiet" preventScrollReset to={requestHref(request.id, search)}>
        Show the alike
      </ButtonLink>
    )
  }
  return (
    <Popover
      variant="quiet"
      align="end"
      trigger={
        <>
          <Search aria-hidden className="size-4" /> Find another
        </>
      }
    >
      <Form
        action={`/triage/${request.id}`}
        role="search"
        className="flex w-72 gap-2"
        data-stays=""
      >
        {['line', 'show'].map((name) => {
          const value = search.get(name)
          return value === null ? null : (
            <input key={name} type="hidden" name={name} value={value} />
          )
        })}
        <TextInput
          type="search"
          name="find"
          aria-label="Words of an item, or its number"
          placeholder="Words, or ITEM-17"
        />
        <Button>Find</Button>
      </Form>
    </Popover>
  )
}

function Others({ others }: { others: readonly OtherSaid[] }) {
  if (others.length === 0) return null
  return (
    <section aria-labelledby="others">
      <h2 id="others" className="mt-3.5 mb-1 text-small">
        Other accounts said
      </h2>
      <ul className="divide-y divide-line">
        {others.map(({ id, accountName, itemId, words }) => (
          <li key={id} className="py-1.5 text-small">
            <div className="flex gap-2">
              <b className="min-w-0 flex-1 truncate">{accountName}</b>
              <span className="shrink-0 text-faint">
                <Link to={`/requests/${id}`} className="hover:underline">
                  {requestKey(id)}
                </Link>
                {itemId === null ? null : (
                  <>
                    ,{' '}
                    <Link to={`/items/${itemId}`} className="hover:underline">
                      {itemKey(itemId)}
                    </Link>
                  </>
                )}
              </span>
            </div>
            <p className="truncate text-muted" title={words}>
              “{words}”
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function SameAccountList({
  rows,
  request,
}: {
  rows: readonly SameAccount[]
  request: Pane['request']
}) {
  const [search] = useSearchParams()
  if (rows.length === 0) return null
  const mayMerge = refusal('merge', request) === null
  return (
    <section aria-labelledby="same-account">
      <div className="mt-3.5 mb-1 flex items-center gap-2">
        <h2 id="same-account" className="flex-1 text-small">
          Same account, open
        </h2>
        {mayMerge ? (
          <ButtonLink size="small" preventScrollReset to={decideHref(request.id, search, 'merge')}>
            Merge <Kbd>M</Kbd>
          </ButtonLink>
        ) : null}
      </div>
      <ul className="divide-y divide-line">
        {rows.map(({ id, title, state, importance }) => (
          <li key={id} className="py-1.5 text-small">
            <p className="truncate" title={title}>
              <Link to={`/requests/${id}`} className="font-strong hover:underline">
                {title}
              </Link>
            </p>
            <p className="text-muted">
              {requestKey(id)}, <ImportanceBars importance={importance} />,{' '}
              {STATE_LABELS[state].toLowerCase()}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
