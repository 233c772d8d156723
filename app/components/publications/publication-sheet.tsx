import type { ReactNode } from 'react'

import { MoneyText } from '#app/components/money-text.tsx'
import { Sheet, SheetFact, SheetFacts, SheetSection } from '#app/components/ui/sheet.tsx'
import { formatDay } from '#app/lib/dates.ts'
import { itemKey } from '#app/lib/readable-id.ts'

import { PublishedTable, type PublishedRow } from './published-table.tsx'

export type SheetChange = {
  itemId: number
  title: string
  kind: 'new' | 'up' | 'down' | 'shipped' | 'declined' | 'gone'
  from: number | null
  to: number | null
  why: string
}

type SheetProps = {
  number: number
  title: string
  note: string
  /** Day it shows, and who reads it: `For the whole company …`. */
  audience: string
  view: {
    organisation: string
    productLine: string
    since: number | null
    newCycle: boolean
    today: string
    modelVersion: number
    currency: string
    publishedBy: string
    profile: {
      number: number
      summary: string
      signatures: readonly { team: string; name: string }[]
    } | null
    totals: { arrAtRisk: number | null; canSave: number | null; accounts: number }
    items: readonly PublishedRow[]
    changes: readonly SheetChange[]
  }
  /** Leads from an item to its page, where the reader may go there. */
  itemHref: ((itemId: number) => string) | null
  /** The words on the profile, linked where the reader may go there. */
  profile: ReactNode
}

/** A publication as a document: what changed, the ranked backlog, how to read it, who stands behind it. */
export function PublicationSheet({
  number,
  title,
  note,
  audience,
  view,
  itemHref,
  profile,
}: SheetProps) {
  const { totals, currency } = view
  return (
    <Sheet
      origin={
        <>
          {view.organisation}, {view.productLine}. Publication no. {number}, {formatDay(view.today)}
          . {audience}
        </>
      }
      title={title}
      lead={lead(view)}
    >
      {note ? <p className="mt-2 max-w-[66ch] wrap-anywhere whitespace-pre-line">{note}</p> : null}
      <SheetFacts>
        {totals.arrAtRisk === null ? null : (
          <SheetFact label="ARR at risk on these items">
            <MoneyText full amount={{ value: totals.arrAtRisk, currency }} />
          </SheetFact>
        )}
        {totals.canSave === null ? null : (
          <SheetFact label="Can be saved">
            <MoneyText full amount={{ value: totals.canSave, currency }} />
          </SheetFact>
        )}
        <SheetFact label="Accounts that asked">{totals.accounts}</SheetFact>
        <SheetFact label="Profile used">{profile}</SheetFact>
      </SheetFacts>
      <Changes changes={view.changes} since={view.since} itemHref={itemHref} />
      <SheetSection title="The backlog">
        <PublishedTable
          items={view.items}
          changes={view.changes}
          currency={currency}
          itemHref={itemHref}
        />
      </SheetSection>
      <div className="mt-2 grid break-inside-avoid gap-8 md:grid-cols-2">
        <SheetSection title="How to read it">
          <p className="text-muted">
            “ARR at risk” is what these gaps could cost. “Can save” is the part that delivery in
            time would keep. The score divides it, weighted by fit and date, by the expected weeks
            of work. A customer’s money is counted once, however much it asks for. Four of five
            scores would lie in the range below them; the order of two items of one tier is less
            than 80 % sure.{orderWords(view)}
          </p>
        </SheetSection>
        <SheetSection title="Who stands behind it">
          <p className="text-muted">
            Published by {view.publishedBy}, with version {view.modelVersion} of the model.{' '}
            {view.profile === null
              ? 'No profile was in force.'
              : `Profile version ${view.profile.number} was approved by ${view.profile.signatures
                  .map(
                    ({ name, team }) =>
                      `${name} for ${team === 'cs' ? 'Customer Success' : 'Product'}`,
                  )
                  .join(' and ')}.`}{' '}
            This page does not change.
          </p>
        </SheetSection>
      </div>
    </Sheet>
  )
}

function lead({ items }: SheetProps['view']): string {
  const ranked = items.filter((item) => item.rank !== null).length
  const apart = items.length - ranked
  const more =
    apart === 0
      ? ''
      : ` ${apart} more ${apart === 1 ? 'has' : 'have'} a lane of ${apart === 1 ? 'its' : 'their'} own.`
  return `${ranked} open ${ranked === 1 ? 'item' : 'items'}, ranked by the ARR that a week of work on them can save.${more}`
}

/** How the order came about, where it is not simply that of the scores. */
function orderWords({ items, since, newCycle }: SheetProps['view']): string {
  if (newCycle) return ' It begins a new planning cycle, so the order is as scored.'
  if (!items.some((item) => item.kept)) return ''
  return ` An item kept its place where since no. ${since} only the calendar moved for it and a new order is less than 80 % sure.`
}

const ENDS = { shipped: 'Shipped', declined: 'Declined', gone: 'Gone' } as const

function turn(change: SheetChange): string {
  if (change.kind === 'new') return `New, at ${change.to ?? '–'}`
  if (change.kind === 'up') return `▲ ${(change.from ?? 0) - (change.to ?? 0)}, to ${change.to}`
  if (change.kind === 'down') return `▼ ${(change.to ?? 0) - (change.from ?? 0)}, to ${change.to}`
  return ENDS[change.kind]
}

/** From so many on, what moved by one place is only counted: the table below shows it beside the rank. */
const MANY_CHANGES = 12

function isByOne({ kind, from, to }: SheetChange): boolean {
  return (kind === 'up' || kind === 'down') && Math.abs((from ?? 0) - (to ?? 0)) === 1
}

function Changes({
  changes,
  since,
  itemHref,
}: {
  changes: readonly SheetChange[]
  since: number | null
  itemHref: SheetProps['itemHref']
}) {
  if (since === null) {
    return <p className="mt-4 text-muted">This is the first publication of this product line.</p>
  }
  const byOne = changes.length > MANY_CHANGES ? changes.filter(isByOne).length : 0
  const listed = byOne > 0 ? changes.filter((change) => !isByOne(change)) : changes
  return (
    <SheetSection title={`What changed since no. ${since}`}>
      {changes.length === 0 ? <p className="text-muted">Nothing moved.</p> : null}
      <dl className="grid grid-cols-[7rem_minmax(0,1fr)]">
        {listed.map((change) => (
          <div
            key={`${change.kind} ${change.itemId}`}
            className="col-span-2 grid break-inside-avoid grid-cols-subgrid border-t py-1.5"
          >
            <dt className="text-muted">{turn(change)}</dt>
            <dd className="wrap-anywhere">
              {itemHref === null ? (
                change.title
              ) : (
                <a href={itemHref(change.itemId)} className="hover:underline">
                  {change.title}
                </a>
              )}{' '}
              <span className="text-muted">
                ({itemKey(change.itemId)}){change.why ? `. ${change.why}` : ''}
              </span>
            </dd>
          </div>
        ))}
        {byOne > 0 ? (
          <div className="col-span-2 grid grid-cols-subgrid border-t py-1.5 text-muted">
            <dt>▲▼ 1</dt>
            <dd>{byOne === 1 ? 'One more item' : `${byOne} more items`} moved by one place</dd>
          </div>
        ) : null}
      </dl>
    </SheetSection>
  )
}
