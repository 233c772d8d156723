import { Plus } from 'lucide-react'

import { readValues, valuesText } from '#app/domain/icp/operand-text.ts'
import { fold } from '#app/lib/fold.ts'

/** Values that accounts have, to be added to those that are typed. */
export function OfferedValues({
  values,
  typed,
  onChange,
}: {
  values: readonly string[]
  typed: string
  onChange: (typed: string) => void
}) {
  const chosen = readValues(typed)
  const taken = new Set(chosen.map(fold))
  const left = values.filter((value) => !taken.has(fold(value)))
  if (left.length === 0) return null
  return (
    <ul
      aria-label="In use"
      className="flex flex-wrap gap-1 max-md:col-span-2 md:col-span-6 md:col-start-2"
    >
      {left.map((value) => (
        <li key={value} className="min-w-0">
          <button
            type="button"
            onClick={() => onChange(valuesText([...chosen, value]))}
            className="flex max-w-56 items-center gap-1 rounded-md border px-1.5 text-small text-muted hover:bg-hover hover:text-text touch:min-h-touch"
          >
            <Plus aria-hidden className="size-3 shrink-0" />
            <span className="truncate">{value}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
