import type { InputChange } from '#app/domain/scoring/input-changes.ts'
import { MOVE_CAUSES, type MoveCause, type Movement } from '#app/domain/scoring/why-moved.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { largestRemainder, sumOf } from '#app/lib/numbers.ts'
import { itemKey, requestKey } from '#app/lib/readable-id.ts'

import type { MovementCause, MovementEvent, MovementRow } from './movement.ts'
import { changeClause } from './words.ts'

type Named = ReadonlyMap<number, string>

type Told = {
  movement: Movement
  changes: readonly InputChange[]
  /** The account of each exposure. */
  holders: ReadonlyMap<string, number>
  names: { accounts: Named; items: Named; requests: Named }
  author: (change: InputChange) => { by: string | null; at: Date } | null
  /** What changed for all accounts at once. */
  company: ReadonlyMap<MoveCause, readonly MovementRow[]>
}

/** Causes that one account can bring about; the others are told as a whole. */
const BY_ACCOUNT: readonly MoveCause[] = [
  ...(['calendar', 'health', 'amounts', 'weights', 'own_links', 'other_links'] as const),
]

/**
 * The causes that moved a score, each with what changed, in whole base units that add up: the accounts' to their
 * cause's, the causes' to the difference of the scores shown.
 */
export function tellCauses(told: Told) {
  const { movement, changes } = told
  const [from, to] = [Math.round(movement.from), Math.round(movement.to)]
  const values = MOVE_CAUSES.map((cause) => movement.parts[cause])
  const shown = largestRemainder(values, to - from)
  const causes = MOVE_CAUSES.flatMap((cause, i): MovementCause[] => {
    const of = changes.filter((change) => change.cause === cause)
    if (values[i] === 0 && of.length === 0) return []
    return [{ cause, shown: shown[i] ?? 0, rows: rowsOf(cause, shown[i] ?? 0, of, told) }]
  })
  return { from, to, causes }
}

function rowsOf(
  cause: MoveCause,
  total: number,
  changes: readonly InputChange[],
  told: Told,
): MovementRow[] {
  const company = told.movement.parts[cause] === 0 ? [] : (told.company.get(cause) ?? [])
  const rows = BY_ACCOUNT.includes(cause)
    ? accountRows(cause, total, changes, told)
    : itemRows(changes, told)
  return [...company, ...rows]
}

function accountRows(
  cause: MoveCause,
  total: number,
  changes: readonly InputChange[],
  { movement, holders, names, author }: Told,
): MovementRow[] {
  const parts = groupBy(movement.exposures, ({ id }) => holders.get(id) ?? 0)
  const told = groupBy(changes, ({ accountId }) => Number(accountId))
  const rows = [...new Set([...parts.keys(), ...told.keys()])].map((account) => ({
    account,
    value: sumOf(parts.get(account) ?? [], (one) => one.parts[cause]),
    changes: told.get(account) ?? [],
  }))
  const moved = rows.filter((row) => row.value !== 0 || row.changes.length > 0)
  const shown = largestRemainder(
    moved.map((row) => row.value),
    total,
  )
  return moved
    .map(({ account, changes }, i): MovementRow => ({
      key: String(account),
      name: names.accounts.get(account) ?? 'An account that is gone',
      href: names.accounts.has(account) ? `/accounts/${account}` : null,
      shown: shown[i] ?? 0,
      events: changes.map((change) => eventOf(change, names, author)),
    }))
    .sort((a, b) => Math.abs(b.shown ?? 0) - Math.abs(a.shown ?? 0))
}

function itemRows(
  changes: readonly InputChange[],
  { names, author }: Pick<Told, 'names' | 'author'>,
): MovementRow[] {
  return [...groupBy(changes, ({ subject }) => subject.id)].map(([id, own]) => ({
    key: id,
    name: [itemKey(Number(id)), names.items.get(Number(id))].filter(Boolean).join(' '),
    href: names.items.has(Number(id)) ? `/items/${id}` : null,
    shown: null,
    events: own.map((change) => ({ ...eventOf(change, names, author), subject: null, href: null })),
  }))
}

function eventOf(change: InputChange, names: Told['names'], author: Told['author']): MovementEvent {
  const { subject, field } = change
  const who = author(change)
  const request = subject.type === 'request' ? Number(subject.id) : null
  const title = request === null ? undefined : names.requests.get(request)
  return {
    key: `${subject.type} ${subject.id} ${field}`,
    subject: request === null ? null : [requestKey(request), title].filter(Boolean).join(' '),
    href: title === undefined ? null : `/requests/${request}`,
    clause: changeClause(change),
    by: who?.by ?? null,
    at: who?.at ?? null,
  }
}
