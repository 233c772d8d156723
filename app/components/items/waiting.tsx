import { Link } from '@remix-run/react'

/** How many requests are on the item by their submitters' word alone. */
export function Waiting({ item }: { item: { waiting: number; lineSlug: string } }) {
  if (item.waiting === 0) return null
  return (
    <p className="pb-2 text-small text-muted">
      <Link to={`/triage?line=${item.lineSlug}`} className="underline">
        {item.waiting} waiting
      </Link>{' '}
      for triage to confirm
    </p>
  )
}
