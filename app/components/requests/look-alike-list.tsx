import { statusWord } from '#app/components/status-disc.tsx'
import { useLookup } from '#app/components/use-lookup.ts'
import type { LookAlikeRow } from '#app/domain/requests/look-alike-row.ts'
import { markWords } from '#app/domain/requests/look-alike.ts'
import { itemKey, requestKey } from '#app/lib/readable-id.ts'

const WAIT = 300
/** The server reads no more of it, and an address has its limits. */
const READ = 1_000

/** Looks for what is alike while somebody types. */
export function useLookAlikes(initial: readonly LookAlikeRow[]) {
  const lookup = useLookup<{ rows: LookAlikeRow[] }>()
  return {
    rows: lookup.found?.data.rows ?? initial,
    look(text: string) {
      const start = new URLSearchParams({ text: text.slice(0, READ) })
      lookup.look(`/requests/look-alikes?${start}`, WAIT)
    },
  }
}

/**
 * What was asked for already, under the words: one of them can be the same need. Radio buttons, so that it is one stop
 * of the Tab key and works without JavaScript. What was chosen stays, also when it no longer comes up.
 */
export function LookAlikeList({
  id,
  name,
  rows,
  selected,
  onSelect,
}: {
  id: string
  name: string
  rows: readonly LookAlikeRow[]
  selected: LookAlikeRow | null
  onSelect: (row: LookAlikeRow | null) => void
}) {
  const gone = selected && !rows.some((row) => row.itemId === selected.itemId)
  const shown = gone ? [selected, ...rows] : rows
  if (shown.length === 0) return null
  return (
    <fieldset id={id} className="rounded-b-md border border-t-0 bg-sunken px-3 touch:text-row">
      <legend className="sr-only">Asked for already?</legend>
      <p aria-hidden className="pt-1 text-small text-muted">
        Asked for already?
      </p>
      <ul>
        {shown.map((row) => (
          <li key={row.key} className="border-b">
            <Row row={row} name={name} selected={selected} onSelect={onSelect} />
          </li>
        ))}
      </ul>
      <Choice
        name={name}
        value=""
        checked={selected === null}
        onChange={() => onSelect(null)}
        label="No, something new"
        words="No, something new"
      />
    </fieldset>
  )
}

function Row({
  row,
  name,
  selected,
  onSelect,
}: {
  row: LookAlikeRow
  name: string
  selected: LookAlikeRow | null
  onSelect: (row: LookAlikeRow | null) => void
}) {
  return (
    <div className="relative grid min-h-row grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 py-0.5 touch:min-h-touch">
      <span className="min-w-0">
        <span dir="auto" className="block truncate font-strong" title={row.title}>
          {markWords(row.title, row.shared).map((run, index) =>
            run.shared ? <mark key={index}>{run.text}</mark> : run.text,
          )}
        </span>
        <span className="block truncate text-small text-muted">{describe(row)}</span>
      </span>
      {row.itemId === null ? null : (
        <Choice
          name={name}
          value={String(row.itemId)}
          checked={selected?.itemId === row.itemId}
          onChange={() => onSelect(row)}
          label={`Same need as ${row.title}`}
          words="Same need"
          cover
        />
      )}
    </div>
  )
}

/** A radio button that looks like a word to press; `cover` lets the whole row be pressed. */
function Choice({
  name,
  value,
  checked,
  onChange,
  label,
  words,
  cover = false,
}: {
  name: string
  value: string
  checked: boolean
  onChange: () => void
  label: string
  words: string
  cover?: boolean
}) {
  return (
    <label
      className={
        cover
          ? 'flex items-center text-accent after:absolute after:inset-0 has-checked:font-strong has-focus-visible:after:outline-2 has-focus-visible:after:outline-accent'
          : 'relative flex min-h-7 items-center gap-2 text-small text-muted has-checked:text-text has-focus-visible:outline-2 has-focus-visible:outline-accent touch:min-h-touch'
      }
    >
      <input
        type="radio"
        name={name}
        value={value}
        checked={checked}
        onChange={onChange}
        aria-label={label}
        className="relative z-1 mr-1.5 size-4 shrink-0 accent-accent outline-none touch:size-4.5"
      />
      {words}
    </label>
  )
}

/** `ITEM-1, next, very alike`, or `REQ-12 of Tauern Spedition, not linked yet, alike`. */
function describe({ item, request, itemId, likeness }: LookAlikeRow): string {
  const what = item
    ? [itemKey(item.id), statusWord(item.status, item.horizon).toLowerCase()]
    : request
      ? [
          `${requestKey(request.id)} of ${request.accountName}`,
          itemId === null ? 'still in triage' : `on ${itemKey(itemId)}`,
        ]
      : []
  return [...what, likeness].filter(Boolean).join(', ')
}
