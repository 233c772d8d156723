import { diffDays } from '#app/lib/dates.ts'
import { groupBy } from '#app/lib/group-by.ts'

import type { ExposureInput, ItemInput, LinkInput, ScoreInput } from './types.ts'
import type { Moment, MoveCause } from './why-moved.ts'

type Value = string | number | boolean | null

/** One fact that is different: of an exposure's account or money, of a request, or of an item. */
export type InputChange = {
  cause: MoveCause
  /** Whose exposure it is; null for the cost of an item. */
  accountId: string | null
  subject: { type: 'account' | 'exposure' | 'request' | 'item'; id: string }
  /** `there` says that it came (false to true) or went; `counts` that money came to or left a request that stays. */
  field: string
  from: Value
  to: Value
}

type Change = Omit<InputChange, 'cause' | 'accountId' | 'subject'>

const ACCOUNT_FIELDS = { health: 'health', icp: 'weights', strategic: 'weights' } as const
const MONEY_FIELDS = ['amount', 'currency', 'fx', 'win', 'date', 'evergreen', 'notice'] as const
const CLAIM_FIELDS = ['severity', 'evidence', 'type', 'standing'] as const

const came: Change = { field: 'there', from: false, to: true }
const went: Change = { field: 'there', from: true, to: false }

function fieldChanges<T extends object>(
  before: T,
  after: T,
  fields: readonly (keyof T & string)[],
): Change[] {
  return fields.flatMap((field) => {
    const [from, to] = [valueOf(before[field]), valueOf(after[field])]
    return from === to ? [] : { field, from, to }
  })
}

function valueOf(value: unknown): Value {
  const plain = ['string', 'number', 'boolean'].includes(typeof value)
  return plain ? (value as Value) : null
}

/**
 * Which facts differ between two moments among those that an item's score reads, by the cause they belong to. The
 * clock is none of them. What changed and changed back is no difference.
 */
export function inputChanges(item: string, before: Moment, after: Moment): InputChange[] {
  const asking = new Set(
    [before, after].flatMap(({ input }) =>
      input.links.flatMap((link) => (link.r === item ? link.x : [])),
    ),
  )
  const exposures = [...asking].flatMap((id) => exposureChanges(id, before.input, after.input))
  const claims = [...asking].flatMap((id) => claimChanges(item, id, before, after))
  const costs = costChanges(item, before.input, after.input)
  return unrepeated([...exposures, ...claims, ...costs])
}

/** Several contracts of one account tell the same of its health and of its requests. */
function unrepeated(changes: readonly InputChange[]): InputChange[] {
  return [...new Map(changes.map((one) => [JSON.stringify(one), one])).values()]
}

const find = <T extends { id: string }>(all: readonly T[], id: string) =>
  all.find((one) => one.id === id)

function exposureChanges(id: string, before: ScoreInput, after: ScoreInput): InputChange[] {
  const [from, to] = [find(before.exposures, id), find(after.exposures, id)]
  const accountId = holderOf(from ?? to)
  const subject = { type: 'exposure', id } as const
  if (!from || !to) {
    const change = from ? went : came
    return from || to ? [{ ...change, cause: 'amounts', accountId, subject }] : []
  }
  const account = { type: 'account', id: accountId ?? '' } as const
  const ofAccount = fieldChanges(from, to, ['health', 'icp', 'strategic'] as const)
  return [
    ...ofAccount.map((change) => ({
      ...change,
      cause: ACCOUNT_FIELDS[change.field as keyof typeof ACCOUNT_FIELDS],
      accountId,
      subject: account,
    })),
    ...fieldChanges(from, to, MONEY_FIELDS).map((change) => ({
      ...change,
      cause: 'amounts' as const,
      accountId,
      subject,
    })),
  ]
}

function holderOf(exposure: ExposureInput | undefined): string | null {
  return exposure ? (exposure.accountId ?? exposure.account) : null
}

function claimChanges(
  item: string,
  exposure: string,
  before: Moment,
  after: Moment,
): InputChange[] {
  const at = (moment: Moment) =>
    groupBy(
      moment.input.links.filter((link) => link.x === exposure && link.request !== undefined),
      (link) => link.request ?? '',
    )
  const [then, now] = [at(before), at(after)]
  const holder = (moment: Moment) => find(moment.input.exposures, exposure)
  const accountId = holderOf(holder(before) ?? holder(after))
  const days = diffDays(before.today, after.today)
  const presence = (from: LinkInput | undefined, to: LinkInput | undefined): Change[] => {
    const link = from ?? to
    const asks = ({ input }: Moment) =>
      input.links.some(({ request, r }) => request === link?.request && r === link?.r)
    const moneyOnly = (asks(before) && asks(after)) || (from && !holder(after))
    return [{ ...(from ? went : came), ...(moneyOnly && { field: 'counts' }) }]
  }
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((request) => {
    const [from, to] = [then.get(request)?.[0], now.get(request)?.[0]]
    const changes = from && to ? claimDifferences(item, from, to, days) : presence(from, to)
    const own = from?.r === item || to?.r === item
    const cause: MoveCause = own ? 'own_links' : 'other_links'
    const subject = { type: 'request', id: request } as const
    return changes.map((change) => ({ ...change, cause, accountId, subject }))
  })
}

/** A claim that is younger than the days between the moments make it was confirmed since. */
function claimDifferences(item: string, from: LinkInput, to: LinkInput, days: number): Change[] {
  const [was, is] = [from.r === item, to.r === item]
  if (was !== is) return [is ? came : went]
  const confirmed = { field: 'confirmed', from: from.ageDays, to: to.ageDays }
  const changes = fieldChanges(from, to, CLAIM_FIELDS)
  return to.ageDays < from.ageDays + days ? [...changes, confirmed] : changes
}

function costChanges(item: string, before: ScoreInput, after: ScoreInput): InputChange[] {
  return after.items.flatMap((now) => {
    const then = find(before.items, now.id)
    const cause = now.id === item ? ('own_cost' as const) : ('other_costs' as const)
    const subject = { type: 'item', id: now.id } as const
    const [from, to] = then ? [costFacts(then), costFacts(now)] : []
    const changes = from && to ? fieldChanges(from, to, ['cost', 'shipDate'] as const) : []
    return changes.map((change) => ({ ...change, cause, accountId: null, subject }))
  })
}

/** A cost as one fact: `2 to 5 weeks, likely 3`, `size L`, or none. */
function costFacts({ estimate, size, shipDate }: ItemInput) {
  const cost = estimate
    ? `${estimate.p10} to ${estimate.p90} weeks, likely ${estimate.p50}`
    : size === undefined
      ? null
      : `size ${size}`
  return { cost, shipDate: shipDate ?? null }
}
