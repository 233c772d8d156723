import { Link } from '@remix-run/react'

import { TimeText } from '#app/components/date-text.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import type { Difference } from '#app/domain/model/values.ts'
import { writeNumber } from '#app/domain/model/what-if-address.ts'

type VersionListProps = {
  /** The one in force first. */
  versions: readonly {
    id: number
    reason: string
    createdBy: string | null
    createdAt: Date
    changed: readonly Difference[]
  }[]
  now: Date
}

/** Every version of the model: who put it in force, when, why, and what it changed. */
export function VersionList({ versions, now }: VersionListProps) {
  return (
    <ol className="divide-y divide-line border-y">
      {versions.map(({ id, reason, createdBy, createdAt, changed }, index) => (
        <li key={id} className="py-2">
          <div className="flex flex-wrap items-baseline gap-x-2">
            <Link to={`/model/versions/${id}`} className="font-strong hover:underline">
              Version {id}
            </Link>
            {index === 0 ? <Badge tone="good">in force</Badge> : null}
            <span className="ml-auto text-small text-muted">
              {createdBy ?? 'The first start'}, <TimeText at={createdAt} now={now} />
            </span>
          </div>
          <p dir="auto" className="wrap-anywhere">
            {reason}
          </p>
          <ChangeList changed={changed} />
        </li>
      ))}
    </ol>
  )
}

/** Parameters with their value before and after. */
export function ChangeList({ changed }: { changed: readonly Difference[] }) {
  if (changed.length === 0) return null
  return (
    <ul className="mt-0.5 flex flex-wrap gap-x-4 text-small text-muted">
      {changed.map(({ key, group, name, from, to }) => (
        <li key={key}>
          {group}, {name}: {writeNumber(from)} →{' '}
          <span className="text-text">{writeNumber(to)}</span>
        </li>
      ))}
    </ul>
  )
}
