import type { IsoDate } from '#app/lib/dates.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { compareIds } from '#app/lib/natural-order.ts'
import { sumOf } from '#app/lib/numbers.ts'

import { costOf } from './cost.ts'
import { admitExposure, type Admitted } from './exposures.ts'
import { correctionFactor, removableHazard } from './hazards.ts'
import { scoreItem, type Schedule } from './items.ts'
import { chooseLinks, linksByExposure, type ChosenLink } from './links.ts'
import type { ModelParameters } from './parameters.ts'
import { causeShare, causeShares, splitHazard, type HazardSplit } from './shares.ts'
import { weighSubmitters } from './submitters.ts'
import { leadWeeks, resolution, shipsWithin, startInDays } from './timing.ts'
import type {
  Part,
  ScoredExposure,
  ScoredLink,
  ScoreInput,
  ScoreResult,
  Standing,
} from './types.ts'

/** So much hazard is claimed by nobody who names what matters: the CSM is asked for the five that matter most. */
const MANY_CLAIMS = 3

const byId = (a: { id: string }, b: { id: string }) => compareIds(a.id, b.id)

/** Whether and when the item can still answer the link; nothing is to be delivered unless it is open. */
function resolve(
  { item, request, standing, claim, lambda }: ChosenLink,
  days: number,
  schedules: ReadonlyMap<string, Schedule>,
  parameters: ModelParameters,
): ScoredLink {
  // Written out, not spread: this runs once a link, and spreading costs more than the formulas.
  if (standing !== 'open') {
    return { item, request, standing, claim, lambda, u: 0, rho: 0, mu: 0, startInDays: null }
  }
  const schedule = item === null ? undefined : schedules.get(item)
  if (!schedule) throw new RangeError(`An open link names the unknown item ${item}`)
  const u = shipsWithin(days, schedule.lead, schedule.cost.sigma)
  const rho = resolution(u, parameters)
  const mu = removableHazard(lambda, rho)
  const start = startInDays(days, schedule.lead)
  return { item, request, standing, claim, lambda, u, rho, mu, startInDays: start }
}

/** Past outcomes are of renewals, so nothing else is corrected by them. */
function correctionOf(
  { kind, l0 }: Admitted,
  links: readonly ChosenLink[],
  parameters: ModelParameters,
): number {
  if (kind !== 'renewal') return 1
  return correctionFactor(l0 + sumOf(links, ({ lambda }) => lambda), parameters)
}

function scoreExposure(
  admitted: Admitted,
  links: ScoredLink[],
  { claimed, claimScale, correction }: { claimed: number; claimScale: number; correction: number },
): { exposure: ScoredExposure; parts: Part[] } {
  const l0 = admitted.l0 * correction
  const split = splitHazard(l0, links)
  const caused = (...standings: Standing[]) =>
    admitted.raw *
    sumOf(links, ({ standing, lambda }) =>
      standings.includes(standing) ? causeShare(split, lambda) : 0,
    )
  const from: Part['from'] = {
    ...admitted,
    badges: [
      ...admitted.badges,
      ...(claimScale < 1 ? (['claims_scaled'] as const) : []),
      ...(claimed > MANY_CLAIMS ? (['many_claims'] as const) : []),
      ...(correction === 1 ? [] : (['corrected'] as const)),
    ],
    l0,
    hazard: split.hazard,
    claimScale,
    correction,
    q: split.q,
    protectable: split.protectable,
    arrAtRisk: admitted.raw * split.q,
    baselineCause: admitted.raw * causeShare(split, l0),
    declinedCause: caused('declined'),
    shippedCause: caused('shipped', 'unsolved'),
  }
  const parts: Part[] = []
  for (const link of links) {
    if (link.standing === 'open' && link.item !== null) {
      parts.push(partOf(from, link.item, link, split))
    }
  }
  return { exposure: { ...from, links }, parts }
}

function partOf(from: Part['from'], item: string, link: ScoredLink, split: HazardSplit): Part {
  const shares = causeShares(split, link)
  return {
    item,
    exposure: from.id,
    account: from.account,
    accountId: from.accountId,
    request: link.request,
    arrAtRisk: from.raw * shares.cause,
    canSave: from.raw * shares.value,
    alone: from.w * shares.alone,
    value: from.w * shares.value,
    last: from.w * shares.last,
    share: split.removable > 0 ? link.mu / split.removable : 0,
    link,
    from,
  }
}

/**
 * Scores a backlog: what each exposure is likely to lose and why, and what each item can save of it per engineer-week.
 * Exposures and items come back by id, with every factor; sums run by ascending exposure id, so the same input in
 * another order gives the same bits. `input.items` are the items that can still be delivered (others may be named by
 * links that are not open). Money in base units.
 * @throws {RangeError} when an open link names an item that is not in the input.
 */
export function scoreBacklog({
  today,
  parameters,
  input,
}: {
  today: IsoDate
  parameters: ModelParameters
  input: ScoreInput
}): ScoreResult {
  const schedules = new Map(
    input.items.map((item): [string, Schedule] => {
      const cost = costOf(item, parameters)
      return [item.id, { cost, lead: leadWeeks(cost, item.shipDate, today, parameters) }]
    }),
  )
  const types = new Map(input.items.map(({ id, type }) => [id, type]))
  const links = linksByExposure(input.links)
  const submitters = weighSubmitters(input.submitters, today, parameters)
  const result: ScoreResult = { exposures: [], items: [], excluded: [], expired: [] }
  const parts: Part[] = []

  for (const exposure of [...input.exposures].sort(byId)) {
    const admitted = admitExposure(exposure, today, parameters)
    if ('excluded' in admitted) {
      result.excluded.push({ id: exposure.id, reason: admitted.excluded })
      continue
    }
    const own = links.get(exposure.id) ?? []
    const chosen = chooseLinks(own, admitted.chi, types, parameters, submitters)
    const correction = correctionOf(admitted, chosen.links, parameters)
    if (correction !== 1) for (const link of chosen.links) link.lambda *= correction
    const resolved = chosen.links.map((link) => resolve(link, admitted.days, schedules, parameters))
    const scored = scoreExposure(admitted, resolved, {
      claimed: chosen.claimed,
      claimScale: chosen.scale,
      correction,
    })
    result.exposures.push(scored.exposure)
    parts.push(...scored.parts)
    for (const { r, request = null } of chosen.expired) {
      result.expired.push({ exposure: exposure.id, item: r, request })
    }
  }

  const byItem = groupBy(parts, (part) => part.item)
  for (const item of [...input.items].sort(byId)) {
    const schedule = schedules.get(item.id)
    if (schedule) result.items.push(scoreItem(item, schedule, byItem.get(item.id) ?? [], today))
  }
  return result
}
