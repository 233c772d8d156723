import { diffDays } from '#app/lib/dates.ts'
import { groupBy } from '#app/lib/group-by.ts'

import type { ExposureInput, ItemInput, LinkInput } from './types.ts'
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
  const [then, now] = [index(before), index(after)]
  const asking = new Set(
    [before, after].flatMap(({ input }) =>
      input.links.flatMap((link) => (link.r === item ? link.x : [])),
    ),
  )
  const exposures = [...asking].flatMap((id) => exposureChanges(id, then, now))
  const days = diffDays(before.today, after.today)
  const claims = [...asking].flatMap((id) => claimChanges(item, id, { then, now, days }))
  const costs = costChanges(item, then, now)
  return unrepeated([...exposures, ...claims, ...costs])
}

/** Several contracts of one account tell the same of its health and of its requests. */
function unrepeated(changes: readonly InputChange[]): InputChange[] {
  return [...new Map(changes.map((one) => [JSON.stringify(one), one])).values()]
}

const byId = <T extends { id: string }>(all: readonly T[]) =>
  new Map(all.map((one) => [one.id, one]))

const askOf = ({ request, r }: Pick<LinkInput, 'request' | 'r'>) => `${request} ${r}`

/** A moment's facts by what they are looked up by; an item can have thousands of links. */
function index({ input: { exposures, items, links } }: Moment) {
  const ofRequests = links.filter(({ request }) => request !== undefined)
  return {
    exposures: byId(exposures),
    items: byId(items),
    links: groupBy(ofRequests, ({ x }) => x),
    asks: new Set(ofRequests.map(askOf)),
  }
}

type Index = ReturnType<typeof index>

function exposureChanges(id: string, before: Index, after: Index): InputChange[] {
  const [from, to] = [before.exposures.get(id), after.exposures.get(id)]
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
  { then, now, days }: { then: Index; now: Index; days: number },
): InputChange[] {
  const at = ({ links }: Index) => groupBy(links.get(exposure) ?? [], (link) => link.request ?? '')
  const [were, are] = [at(then), at(now)]
  const still = now.exposures.get(exposure)
  const accountId = holderOf(then.exposures.get(exposure) ?? still)
  const presence = (from: LinkInput | undefined, to: LinkInput | undefined): Change[] => {
    const link = from ?? to
    const asks = ({ asks }: Index) => link !== undefined && asks.has(askOf(link))
    const moneyOnly = (asks(then) && asks(now)) || (from && !still)
    return [{ ...(from ? went : came), ...(moneyOnly && { field: 'counts' }) }]
  }
  return [...new Set([...were.keys(), ...are.keys()])].flatMap((request) => {
    const [from, to] = [were.get(request)?.[0], are.get(request)?.[0]]
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

function costChanges(item: string, before: Index, after: Index): InputChange[] {
  return [...after.items.values()].flatMap((now) => {
    const then = before.items.get(now.id)
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
