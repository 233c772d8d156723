import { useSearchParams } from '@remix-run/react'

import { Toast } from '#app/components/ui/toast.tsx'
import { UndoBar } from '#app/components/ui/undo-bar.tsx'
import { changeParams } from '#app/lib/search-params.ts'

const NAME = 'removed'

/** The view that was just taken away, as the address says; null when there is one of that name (again). */
export function removedView(
  search: URLSearchParams,
  views: readonly { name: string }[],
): string | null {
  const removed = search.get(NAME)
  return views.some(({ name }) => name === removed) ? null : removed
}

/** The address's query without what was just removed, for the links of the page. */
export function useFilterParams(): URLSearchParams {
  const [search] = useSearchParams()
  return new URLSearchParams(changeParams(search, { [NAME]: null }))
}

/** Offers to save a view again that was just taken away; its filters are still in the address. */
export function RemovedView({ name, query, line }: { name: string; query: string; line: string }) {
  return (
    <Toast>
      <UndoBar key={name} action="/backlog/views" fields={{ name, query, line }}>
        View “{name}” removed
      </UndoBar>
    </Toast>
  )
}
