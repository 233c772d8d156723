import { addDays, diffDays, type IsoDate } from '#app/lib/dates.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { compareIds } from '#app/lib/natural-order.ts'
import { sumOf } from '#app/lib/numbers.ts'
import { shapley } from '#app/lib/shapley.ts'

import type { ModelParameters } from './parameters.ts'
import { scoreBacklog } from './score.ts'
import type { ExposureInput, ItemInput, LinkInput, ScoreInput, SubmitterInput } from './types.ts'

/** What can move a score. */
export const MOVE_CAUSES = [
  'calendar',
  'health',
  'amounts',
  'weights',
  'own_links',
  'other_links',
  'own_cost',
  'other_costs',
  'model',
] as const
export type MoveCause = (typeof MOVE_CAUSES)[number]

/** Everything a ranking was made of on one day. */
export type Moment = { today: IsoDate; parameters: ModelParameters; input: ScoreInput }

export type MoveParts = Record<MoveCause, number>

/** `from` + the parts = `to`, and the exposures' parts make up the parts. Base units an engineer-week. */
export type Movement = {
  from: number
  to: number
  parts: MoveParts
  exposures: { id: string; parts: MoveParts }[]
}

/** The fields of an exposure that each cause owns; the others only name it. */
const HEALTH = ['health'] as const
const WEIGHTS = ['icp', 'strategic'] as const

/** Two moments in the same shape, so that a mixture of them is an input again. */
type Aligned = {
  today: IsoDate
  parameters: ModelParameters
  exposure: ExposureInput | undefined
  items: ReadonlyMap<string, ItemInput>
  links: readonly (LinkInput & { confirmedOn: IsoDate })[]
  submitters: readonly SubmitterInput[]
}

/** Cuts a moment into what each exposure brings to the item's score: no exposure depends on another. */
function cut(item: string, { today, parameters, input }: Moment): (exposure: string) => Aligned {
  const exposures = new Map(input.exposures.map((one) => [one.id, one]))
  const items = new Map(input.items.map((one) => [one.id, one]))
  const links = groupBy(input.links, (link) => link.x)
  return (id) => {
    const own = links.get(id) ?? []
    const named = new Set([item, ...own.map(({ r }) => r)])
    const claiming = new Set(own.map(({ submitter }) => submitter))
    return {
      today,
      parameters,
      exposure: exposures.get(id),
      items: new Map([...named].flatMap((id) => entryOf(items, id))),
      links: own.map((link) => ({ ...link, confirmedOn: addDays(today, -link.ageDays) })),
      submitters: input.submitters?.filter(({ id }) => claiming.has(id)) ?? [],
    }
  }
}

function entryOf(
  items: ReadonlyMap<string, ItemInput>,
  id: string | null,
): Array<[string, ItemInput]> {
  const found = id === null ? undefined : items.get(id)
  return found ? [[found.id, found]] : []
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>
}

/**
 * An exposure with its amounts, health and weights each of the moment that the coalition says. One that is there at
 * one moment only comes and goes with its amount.
 */
function mixExposure(
  before: ExposureInput | undefined,
  after: ExposureInput | undefined,
  changed: ReadonlySet<MoveCause>,
): ExposureInput | undefined {
  const amounts = changed.has('amounts') ? after : before
  if (!amounts) return undefined
  const health = (changed.has('health') ? after : before) ?? amounts
  const weights = (changed.has('weights') ? after : before) ?? amounts
  return { ...amounts, ...pick(health, HEALTH), ...pick(weights, WEIGHTS) }
}

/** The input in which the causes of the coalition have moved and the others have not. */
function mix(
  item: string,
  before: Aligned,
  after: Aligned,
  changed: ReadonlySet<MoveCause>,
): Moment {
  const of = (cause: MoveCause) => (changed.has(cause) ? after : before)
  const today = of('calendar').today
  const exposure = mixExposure(before.exposure, after.exposure, changed)
  // A link can stand where its item does not yet or no longer: the item is then as at the other moment.
  const ids = new Set([...before.items.keys(), ...after.items.keys()])
  const items = [...ids].flatMap((id) => {
    const first = of(id === item ? 'own_cost' : 'other_costs').items.get(id)
    return first ?? before.items.get(id) ?? after.items.get(id) ?? []
  })
  const links = exposure
    ? [
        ...of('own_links').links.filter(({ r }) => r === item),
        ...of('other_links').links.filter(({ r }) => r !== item),
      ]
    : []
  return {
    today,
    parameters: of('model').parameters,
    input: {
      exposures: exposure ? [exposure] : [],
      items,
      links: links.map(({ confirmedOn, ...link }) => ({
        ...link,
        ageDays: Math.max(0, diffDays(confirmedOn, today)),
      })),
      // What somebody claims elsewhere is one of the other requests.
      submitters: [...of('other_links').submitters],
    },
  }
}

const NOTHING: ReadonlySet<MoveCause> = new Set()
const EVERYTHING: ReadonlySet<MoveCause> = new Set(MOVE_CAUSES)

/** The causes that are different at all: to change one alone, or all but it, makes another input. */
function movingCauses(mixed: (changed: ReadonlySet<MoveCause>) => Moment): MoveCause[] {
  const text = ({ today, input }: Moment) => JSON.stringify([today, input])
  const [then, now] = [mixed(NOTHING), mixed(EVERYTHING)]
  const [before, after] = [text(then), text(now)]
  return MOVE_CAUSES.filter((cause) => {
    if (cause === 'model') return then.parameters !== now.parameters
    if (text(mixed(new Set([cause]))) !== before) return true
    return text(mixed(new Set(MOVE_CAUSES.filter((one) => one !== cause)))) !== after
  })
}

function scoreOf(item: string, moment: Moment): number {
  return scoreBacklog(moment).items.find(({ id }) => id === item)?.score ?? 0
}

function split(item: string, before: Aligned, after: Aligned): MoveParts {
  const mixed = (changed: ReadonlySet<MoveCause>) => mix(item, before, after, changed)
  const values = shapley(movingCauses(mixed), (changed) => scoreOf(item, mixed(changed)))
  return partsOf((cause) => values.get(cause) ?? 0)
}

function partsOf(value: (cause: MoveCause) => number): MoveParts {
  return Object.fromEntries(MOVE_CAUSES.map((cause) => [cause, value(cause)])) as MoveParts
}

/**
 * Why the score of an item moved between two moments: the exact Shapley value of each cause, so that the parts add up
 * to the difference, a cause that did not change counts 0, and the way back is the way there with other signs.
 * A score is a sum over exposures, and so are Shapley values: each exposure is split by the few causes that move it.
 * A confirmation belongs to its link; that links grow older is the calendar's. An item that is not ranked scores 0.
 */
export function whyMoved(item: string, before: Moment, after: Moment): Movement {
  const asking = new Set(
    [before, after].flatMap(({ input }) =>
      input.links.flatMap((link) => (link.r === item ? link.x : [])),
    ),
  )
  // Equal parameters become one object, so that a glance tells whether the model moved.
  const same = JSON.stringify(before.parameters) === JSON.stringify(after.parameters)
  const { parameters } = same ? before : after
  const [then, now] = [cut(item, before), cut(item, { ...after, parameters })]
  const exposures = [...asking]
    .sort(compareIds)
    .map((id) => ({ id, parts: split(item, then(id), now(id)) }))
  return {
    from: scoreOf(item, before),
    to: scoreOf(item, after),
    parts: partsOf((cause) => sumOf(exposures, ({ parts }) => parts[cause])),
    exposures,
  }
}
