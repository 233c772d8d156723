import { Link, useRouteLoaderData, useSearchParams } from '@remix-run/react'
import { ChevronLeft } from 'lucide-react'

import { Kbd } from '#app/components/ui/kbd.tsx'
import { STATE_LABELS } from '#app/domain/requests/labels.ts'
import { requestKey } from '#app/lib/readable-id.ts'

import { DecisionBar } from './decision-bar.tsx'
import { DecisionRefusal, type DecisionTarget } from './decision-form.tsx'
import type { loader as inboxLoader } from './inbox.tsx'
import type { Pane } from './load-pane.server.ts'
import { Neighbours } from './neighbours.tsx'
import { decideHref, inboxHref, requestHref } from './pane-address.ts'
import { OpenPanel, panelNamed } from './panels.tsx'
import { RequestArticle } from './request-article.tsx'

/** The request in view: what was asked, what resembles it, and the decisions. */
export function RequestPane({ pane }: { pane: Pane }) {
  const [search] = useSearchParams()
  const place = usePlace(pane.request.id)
  const target: DecisionTarget = {
    id: pane.request.id,
    version: pane.request.version,
    here: requestHref(pane.request.id, search),
    next: place.next === null ? inboxHref(search) : requestHref(place.next, search),
  }
  const open = panelNamed(search.get('decide'))
  const inPlace = { ...target, here: decideHref(target.id, search, open) }
  return (
    <div className="flex min-w-0 flex-col md:h-dvh">
      <div
        data-scroller=""
        className="min-h-0 flex-1 overflow-y-auto max-md:overflow-visible xl:grid xl:grid-cols-[minmax(0,1fr)_380px] xl:overflow-hidden"
      >
        <div data-scroller="" className="px-6 pb-8 max-md:px-4 xl:overflow-y-auto">
          <PaneHead pane={pane} place={place} />
          <RequestArticle pane={pane} target={inPlace} />
        </div>
        <aside
          aria-label="Similar"
          data-scroller=""
          className="px-6 pb-8 max-md:px-4 xl:overflow-y-auto xl:border-l xl:px-5"
        >
          <Neighbours pane={pane} target={target} />
        </aside>
      </div>
      <DecisionRefusal target={inPlace} />
      {open ? (
        <div data-scroller="" className="shrink-0 md:max-h-[62vh] md:overflow-y-auto">
          <OpenPanel name={open} target={target} pane={pane} />
        </div>
      ) : null}
      <DecisionBar
        request={pane.request}
        first={pane.neighbours.items[0]}
        undo={pane.undo}
        target={target}
        open={open}
      />
    </div>
  )
}

type Place = { at: number; of: number; previous: number | null; next: number | null }

/** Where the request stands in the inbox beside it. */
function usePlace(id: number): Place {
  const inbox = useRouteLoaderData<typeof inboxLoader>('routes/triage/inbox')
  const ids = inbox?.groups.flatMap(({ rows }) => rows.map((row) => row.id)) ?? []
  const index = ids.indexOf(id)
  return {
    at: index + 1,
    of: ids.length,
    previous: ids[index - 1] ?? null,
    next: (index === -1 ? ids[0] : (ids[index + 1] ?? ids[index - 1])) ?? null,
  }
}

function PaneHead({ pane: { request }, place }: { pane: Pane; place: Place }) {
  const [search] = useSearchParams()
  return (
    <div className="flex min-h-12 items-center gap-2 text-faint">
      <Link
        to={inboxHref(search)}
        className="-ml-1 inline-flex min-h-touch items-center text-muted md:hidden"
      >
        <ChevronLeft aria-hidden className="size-5" /> Inbox
      </Link>
      <span className="min-w-0 flex-1 truncate max-md:text-right">
        {requestKey(request.id)}, {STATE_LABELS[request.state].toLowerCase()}
        {place.at > 0 ? `, ${place.at} of ${place.of}` : null}
      </span>
      <Step to={place.previous} label="Previous request" char="K" />
      <Step to={place.at > 0 ? place.next : null} label="Next request" char="J" />
    </div>
  )
}

/** The keys themselves belong to the list; these are for the pointer. */
function Step({ to, label, char }: { to: number | null; label: string; char: string }) {
  const [search] = useSearchParams()
  if (to === null) return null
  return (
    <Link to={requestHref(to, search)} aria-label={label} title={label} className="max-md:hidden">
      <Kbd>{char}</Kbd>
    </Link>
  )
}
