import { matchPath, useNavigation, useParams } from '@remix-run/react'

/**
 * The item beside the backlog, also while it is still being opened or closed: the table takes its width with the click
 * and not when the answer comes. Null when there is none.
 */
export function useOpenItem(): number | null {
  const { id } = useParams()
  const { location } = useNavigation()
  const next = location && matchPath('/backlog/items/:id', location.pathname)
  if (next) return Number(next.params.id)
  if (id === undefined || location?.pathname === '/backlog') return null
  return Number(id)
}
