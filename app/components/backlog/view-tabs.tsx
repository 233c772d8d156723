import type { SubmissionResult } from '@conform-to/react'
import { Form, Link, useFetcher } from '@remix-run/react'
import { ChevronDown, Plus, Trash2 } from 'lucide-react'

import { HiddenFields } from '#app/components/forms/fields.tsx'
import { MenuButton, MenuSeparator } from '#app/components/ui/menu.tsx'
import { Popover } from '#app/components/ui/popover.tsx'
import { TAB_LOOK } from '#app/components/ui/tabs.tsx'
import { STANDARD_VIEWS } from '#app/domain/backlog/columns.ts'

import { ViewNameForm } from './view-name-form.tsx'

type OwnView = { id: number; name: string; query: string }
type ViewTabsProps = {
  own: readonly OwnView[]
  /** What the address shows now, as a view's query. */
  query: string
  /** The product line in sight, `''` for all. */
  line: string
}

/** Views: everybody's, then one's own, and a way to keep, rename or remove the present one. */
export function ViewTabs({ own, query, line }: ViewTabsProps) {
  const views = [...STANDARD_VIEWS.map((view) => ({ ...view, id: null })), ...own]
  const mine = own.find((view) => view.query === query)
  const current = mine ?? views.find((view) => view.query === query)
  return (
    <div className="-mb-px flex min-w-0 items-center gap-1 self-end">
      <nav
        aria-label="Views"
        className="flex min-w-0 [scrollbar-width:none] items-center gap-4 overflow-x-auto"
      >
        {views.map((view) => (
          <Link
            key={view.id ?? view.name}
            to={`/backlog?${new URLSearchParams([...new URLSearchParams(view.query), ...inLine(line)])}`}
            aria-current={view === current ? 'page' : undefined}
            className={TAB_LOOK}
          >
            {view.name}
          </Link>
        ))}
      </nav>
      {current ? null : <SaveView key={query} query={query} line={line} />}
      {mine ? <ChangeView key={`${mine.id} ${mine.name}`} view={mine} line={line} /> : null}
    </div>
  )
}

const inLine = (line: string): [string, string][] => (line === '' ? [] : [['line', line]])

type Reply = { result: SubmissionResult<string[]> }

function SaveView({ query, line }: { query: string; line: string }) {
  const fetcher = useFetcher<Reply>()
  return (
    <Popover
      label="Save this view"
      variant="quiet"
      size="small"
      trigger={
        <>
          <Plus aria-hidden className="size-4" /> Save view
        </>
      }
    >
      <fetcher.Form method="post" action="/backlog/views">
        <ViewNameForm name="" hidden={{ query, line }} result={fetcher.data?.result} />
      </fetcher.Form>
      <OnlyYou />
    </Popover>
  )
}

function ChangeView({ view, line }: { view: OwnView; line: string }) {
  const fetcher = useFetcher<Reply>()
  return (
    <Popover
      label={`Change the view ${view.name}`}
      variant="quiet"
      size="small"
      square
      trigger={<ChevronDown aria-hidden className="size-4" />}
    >
      <fetcher.Form method="post" action={`/backlog/views/${view.id}/name`}>
        <ViewNameForm name={view.name} hidden={{ line }} result={fetcher.data?.result} />
      </fetcher.Form>
      <OnlyYou />
      <MenuSeparator />
      <Form method="post" action={`/backlog/views/${view.id}/removal`}>
        <HiddenFields values={{ line }} />
        <MenuButton danger icon={<Trash2 aria-hidden className="size-4" />}>
          Remove this view
        </MenuButton>
      </Form>
    </Popover>
  )
}

function OnlyYou() {
  return (
    <p className="pt-2 text-small text-muted">
      Only you see it. To share it, send the address of this page.
    </p>
  )
}
