import { addDays, diffDays, type IsoDate } from '#app/lib/dates.ts'
import { groupBy } from '#app/lib/group-by.ts'
import type { Lane } from '#db/constants.ts'

import type { Records } from './records.ts'
import type { ExposureInput, ItemInput, LinkInput, ScoreInput, SubmitterInput } from './types.ts'

/** A link by the day on which its claim was last confirmed: its age changes every day, the day does not. */
export type LinkFact = Omit<LinkInput, 'x' | 'ageDays'> & { confirmedOn: IsoDate }
export type ExposureFact = { exposure: Omit<ExposureInput, 'account'>; links: LinkFact[] }
/** An item with what decides where it is ranked. */
export type ItemFact = { item: Omit<ItemInput, 'title'>; lineId: number; lane: Lane }
export type SubmitterFact = { submitter: SubmitterInput }

/** What the score reads of one exposure, item or submitter, as it is kept. */
export type Fact =
  | { subject: string; accountId: number; itemIds: number[]; content: ExposureFact }
  | { subject: string; accountId: null; itemIds: number[]; content: ItemFact | SubmitterFact }

/** Where an item is ranked. */
export type Place = { lineId: number; lane: Lane }

/** What the score read, by names and titles that are numbers, and where each item was ranked. */
export type KeptInput = { input: ScoreInput; places: Map<string, Place> }

const ITEM = 'item:'

export const itemSubject = (id: number | string) => `${ITEM}${id}`

/** What is kept of those who submit requests. */
export function submitterFacts(submitters: readonly SubmitterInput[]): Fact[] {
  return submitters.map((submitter) => ({
    subject: `person:${submitter.id}`,
    accountId: null,
    itemIds: [],
    content: { submitter },
  }))
}

/** The facts of the exposures and items of an input: the same on every day on which nothing but the clock moved. */
export function toFacts(
  { exposures, items, links }: ScoreInput,
  records: Pick<Records, 'items'>,
  today: IsoDate,
): Fact[] {
  const linksOf = groupBy(links, (link) => link.x)
  const days = new Map<number, IsoDate>()
  const dayOf = (age: number) => {
    const day = days.get(age) ?? addDays(today, -age)
    days.set(age, day)
    return day
  }
  const ofExposures = exposures.map(({ account: _, ...exposure }): Fact => {
    const own = linksOf.get(exposure.id) ?? []
    return {
      subject: exposure.id,
      accountId: Number(exposure.accountId),
      itemIds: [...new Set(own.flatMap(({ r }) => (r === null ? [] : Number(r))))],
      content: {
        exposure,
        links: own.map(({ x: _, ageDays, ...link }) => ({ ...link, confirmedOn: dayOf(ageDays) })),
      },
    }
  })
  const placeOf = new Map(records.items.map((one) => [String(one.id), one]))
  const ofItems = items.flatMap(({ title: _, ...item }): Fact[] => {
    const place = placeOf.get(item.id)
    if (!place) return []
    const { productLineId: lineId, lane } = place
    const subject = itemSubject(item.id)
    const content = { item, lineId, lane }
    return [{ subject, accountId: null, itemIds: [Number(item.id)], content }]
  })
  return [...ofExposures, ...ofItems]
}

/** The input that facts were made of, as of a day. Accounts and items are named by their numbers. */
export function fromFacts(
  facts: readonly Pick<Fact, 'subject' | 'content'>[],
  today: IsoDate,
): KeptInput {
  const submitters: SubmitterInput[] = []
  const kept: KeptInput = {
    input: { exposures: [], items: [], links: [], submitters },
    places: new Map(),
  }
  const ages = new Map<IsoDate, number>()
  const ageOf = (day: IsoDate) => {
    const age = ages.get(day) ?? Math.max(0, diffDays(day, today))
    ages.set(day, age)
    return age
  }
  for (const { content } of facts) {
    if ('item' in content) {
      const { item, lineId, lane } = content
      kept.input.items.push({ ...item, title: itemSubject(item.id) })
      kept.places.set(item.id, { lineId, lane })
      continue
    }
    if ('submitter' in content) {
      submitters.push(content.submitter)
      continue
    }
    const { exposure, links } = content
    kept.input.exposures.push({ ...exposure, account: exposure.accountId ?? exposure.id })
    for (const { confirmedOn, ...link } of links) {
      kept.input.links.push({ ...link, x: exposure.id, ageDays: ageOf(confirmedOn) })
    }
  }
  return kept
}
