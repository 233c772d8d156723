import type { SubmissionResult } from '@conform-to/react'
import { Link, useFetcher } from '@remix-run/react'
import { Plus } from 'lucide-react'

import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { TextInput } from '#app/components/ui/inputs.tsx'
import { Popover } from '#app/components/ui/popover.tsx'
import { TAB_LOOK } from '#app/components/ui/tabs.tsx'
import { STANDARD_VIEWS } from '#app/domain/backlog/columns.ts'
import { changeParams } from '#app/lib/search-params.ts'

import type { FilterOptions } from './backlog-filters.tsx'

/** The same query string whatever the order of its names; the line and the page are no part of a view. */
function viewKey(query: URLSearchParams | string): string {
  const params = new URLSearchParams(query)
  params.delete('line')
  params.delete('page')
  params.sort()
  return params.toString()
}

function withLine(query: string, search: URLSearchParams): string {
  const line = search.get('line')
  return changeParams(new URLSearchParams(query), { line })
}

/** Views: everybody's, one's own, and a way to keep the present one. */
export function ViewTabs({ options, search }: { options: FilterOptions; search: URLSearchParams }) {
  const current = viewKey(search)
  const views = [...STANDARD_VIEWS.map((view) => ({ ...view, id: null })), ...options.views]
  const known = views.some((view) => viewKey(view.query) === current)
  return (
    <nav
      aria-label="Views"
      className="-mb-px flex min-w-0 items-center gap-4 self-end overflow-x-auto"
    >
      {views.map((view) => (
        <Link
          key={view.id ?? view.name}
          to={`/backlog${withLine(view.query, search)}`}
          aria-current={viewKey(view.query) === current ? 'page' : undefined}
          className={TAB_LOOK}
        >
          {view.name}
        </Link>
      ))}
      {known ? null : <SaveView search={search} />}
    </nav>
  )
}

function SaveView({ search }: { search: URLSearchParams }) {
  const fetcher = useFetcher<{ result: SubmissionResult<string[]> }>()
  const errors = fetcher.data?.result.error
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
      <fetcher.Form method="post" action="/backlog/views" className="flex items-start gap-2">
        <input type="hidden" name="query" value={viewKey(search)} />
        <input type="hidden" name="line" value={search.get('line') ?? ''} />
        <Field
          id="view-name"
          label="Name of the view"
          hideLabel
          errors={errors?.['name'] ?? errors?.[''] ?? undefined}
        >
          <TextInput name="name" required maxLength={60} placeholder="Name of the view" />
        </Field>
        <Button variant="primary">Save</Button>
      </fetcher.Form>
    </Popover>
  )
}
