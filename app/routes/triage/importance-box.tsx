import { Link, useSearchParams } from '@remix-run/react'
import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'

import { ImportanceBars } from '#app/components/importance-bars.tsx'
import { TeamDot } from '#app/components/team-dot.tsx'
import { Menu, MenuButton, MenuSeparator } from '#app/components/ui/menu.tsx'
import { IMPORTANCE_OPTIONS } from '#app/components/triage/options.ts'
import { IMPORTANCE_DEFINITIONS, IMPORTANCE_LABELS } from '#app/domain/requests/labels.ts'
import type { ImportanceEffect } from '#app/domain/triage/find-importance-effect.server.ts'
import { itemKey } from '#app/lib/readable-id.ts'

import { DecisionForm, stay, type DecisionTarget } from './decision-form.tsx'
import type { Pane } from './load-pane.server.ts'
import { decideHref } from './pane-address.ts'

type Importance = Pane['request']['importance']

/** The CSM's importance and Product's, side by side; a difference stays in sight until a manager settles it. */
export function ImportanceBox({ pane, target }: { pane: Pane; target: DecisionTarget }) {
  const { request } = pane
  const settled = request.settledImportance
  const differ =
    request.productImportance !== null && request.productImportance !== request.importance
  return (
    <section aria-labelledby="importance">
      <h2 id="importance" className="mt-4 mb-1.5 text-small">
        Importance
      </h2>
      <div className="grid rounded-md border sm:grid-cols-2 [&>*]:px-3 [&>*]:py-2.5">
        <View
          team="cs"
          counts={settled === null}
          importance={request.importance}
          by={submitterWords(pane)}
        >
          <b className="text-head">
            <Level importance={request.importance} />
          </b>
        </View>
        <View
          team="product"
          importance={request.productImportance}
          by={request.productName}
          className="max-sm:border-t sm:border-l"
        >
          <ProductChoice importance={request.productImportance} target={target} />
        </View>
        {settled !== null ? (
          <p className="rounded-b-md border-t bg-sunken text-small sm:col-span-2">
            <b>Settled as {settled}</b> by {request.settlerName}, which counts:{' '}
            {request.settledReason}
          </p>
        ) : differ ? (
          <Difference pane={pane} />
        ) : null}
      </div>
    </section>
  )
}

/** `Hannah Brandt; 2 of 3 blockers used`; beyond the budget the number is the CSM's own business. */
function submitterWords({ request, blockers }: Pane): string {
  if (blockers === null) return request.submitter
  return `${request.submitter}; ${blockers.used} of ${blockers.budget} blockers used`
}

function View({
  team,
  counts = false,
  importance,
  by,
  className,
  children,
}: {
  team: 'cs' | 'product'
  counts?: boolean
  importance: Importance | null
  by: string | null
  className?: string
  children: ReactNode
}) {
  return (
    <div className={className}>
      <h3 className="text-label font-regular text-muted">
        <TeamDot team={team} />
        {counts ? ', counts' : null}
      </h3>
      {children}
      {importance ? (
        <p className="text-small text-muted">{IMPORTANCE_DEFINITIONS[importance]}</p>
      ) : null}
      <p className="text-small text-muted">{by ?? 'Not said yet; the CSM’s counts either way.'}</p>
    </div>
  )
}

function Level({ importance }: { importance: Importance }) {
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden>
        <ImportanceBars importance={importance} wordless />
      </span>
      {IMPORTANCE_LABELS[importance]}
    </span>
  )
}

function ProductChoice({
  importance,
  target,
}: {
  importance: Importance | null
  target: DecisionTarget
}) {
  return (
    <DecisionForm target={stay(target)} noun="importance" className="-ml-1.5">
      <Menu
        triggerClassName="inline-flex items-center gap-2 rounded-md px-1.5 text-head font-strong hover:bg-hover touch:min-h-touch"
        trigger={
          <>
            {importance ? (
              <Level importance={importance} />
            ) : (
              <span className="font-regular text-muted">Say how Product sees it</span>
            )}
            <ChevronDown aria-hidden className="size-4 text-muted" />
          </>
        }
      >
        {IMPORTANCE_OPTIONS.map(({ value, label, definition }) => (
          <MenuButton
            key={value}
            name="importance"
            value={value}
            aria-pressed={value === importance}
            icon={<ImportanceBars importance={value} wordless />}
            aside={<span className="text-small text-muted">{definition}</span>}
          >
            {label}
          </MenuButton>
        ))}
        {importance ? (
          <>
            <MenuSeparator />
            <MenuButton name="importance" value="">
              Take it back
            </MenuButton>
          </>
        ) : null}
      </Menu>
    </DecisionForm>
  )
}

function Difference({ pane: { request, importanceEffect, maySettle } }: { pane: Pane }) {
  const [search] = useSearchParams()
  return (
    <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-b-md border-t bg-watch-soft text-small sm:col-span-2">
      <span>
        <b>They differ.</b>{' '}
        {importanceEffect
          ? describeEffect(request, importanceEffect)
          : 'The CSM’s counts until a manager settles it.'}
      </span>
      <Link
        to={maySettle ? decideHref(request.id, search, 'settlement') : '/triage/disagreements'}
        className="underline underline-offset-2"
      >
        {maySettle ? 'Settle it' : 'Listed for a manager to settle'}
      </Link>
    </p>
  )
}

/** `As a blocker ITEM-1 ranks 3, as critical 4.` */
function describeEffect(
  { importance, productImportance }: Pick<Pane['request'], 'importance' | 'productImportance'>,
  { itemId, csm, product }: ImportanceEffect,
): string {
  const item = itemKey(itemId)
  if (csm === product) return `${item} ranks ${csm} either way.`
  const as = (level: Importance | null) => (level === 'blocker' ? 'a blocker' : level)
  return `As ${as(importance)} ${item} ranks ${csm}, as ${as(productImportance)} ${product}.`
}
