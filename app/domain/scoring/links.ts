import { groupBy } from '#app/lib/group-by.ts'
import { compareIds } from '#app/lib/natural-order.ts'
import { sumOf } from '#app/lib/numbers.ts'
import type { RequestType } from '#db/constants.ts'

import { hazardCap, isExpired, removableHazard, weighClaim } from './hazards.ts'
import type { ModelParameters } from './parameters.ts'
import { adjustmentOf, type SubmitterWeight } from './submitters.ts'
import type { Claim, LinkInput, Standing } from './types.ts'

/** The one request that counts for an item at an exposure. */
export type ChosenLink = {
  item: string | null
  request: string | null
  standing: Standing
  claim: Claim
  lambda: number
}

export type ChosenLinks = {
  links: ChosenLink[]
  expired: LinkInput[]
  /** All hazards together, before any are scaled down. */
  claimed: number
  /** Factor on all hazards when together they exceed the cap; 1 otherwise. */
  scale: number
}

const byRequest = (a: LinkInput, b: LinkInput) => compareIds(a.request ?? '', b.request ?? '')

/**
 * The links of each exposure, ordered by item and then by request, so that sums over them repeat to the last bit
 * whatever the order of the input.
 */
export function linksByExposure(links: readonly LinkInput[]): Map<string, LinkInput[]> {
  const byItem = [...groupBy(links, (link) => link.r)].sort(([a], [b]) =>
    a === null ? 1 : b === null ? -1 : compareIds(a, b),
  )
  return groupBy(
    byItem.flatMap(([, own]) => own.sort(byRequest)),
    (link) => link.x,
  )
}

function typeOf({ type, r, x }: LinkInput, types: ReadonlyMap<string, RequestType>): RequestType {
  const found = type ?? (r === null ? undefined : types.get(r))
  if (found === undefined) throw new RangeError(`A link of exposure ${x} has no type`)
  return found
}

/** What a claim's hazard comes to, given what became of its item. */
function standingHazard(lambda: number, standing: Standing, { eta }: ModelParameters): number {
  return standing === 'shipped' ? lambda - removableHazard(lambda, eta) : lambda
}

/**
 * Brings the requests of one exposure down to one link an item. Each request is weighed by its own importance, type,
 * evidence and age, and the largest hazard wins with all its factors (ties: the earlier one): nothing carries over
 * from one to another. Expired claims are left out. A request without an item stands for itself.
 * When together they exceed the cap all are scaled down alike, so that logging more needs never devalues a customer.
 * @param links In the order of `linksByExposure`.
 * @param chi Fragility of the account; 1 for an opportunity.
 * @param types Types of the items, for links that name none.
 * @param submitters What the claims of some submitters weigh; those of all others weigh 1.
 * @throws {RangeError} for a link whose type nobody names.
 */
export function chooseLinks(
  links: readonly LinkInput[],
  chi: number,
  types: ReadonlyMap<string, RequestType>,
  parameters: ModelParameters,
  submitters: ReadonlyMap<string, SubmitterWeight>,
): ChosenLinks {
  const expired: LinkInput[] = []
  const chosen: ChosenLink[] = []
  for (const link of links) {
    if (isExpired(link.ageDays, parameters)) {
      expired.push(link)
      continue
    }
    const { r: item, request = null, standing = 'open' } = link
    const weight = link.submitter === undefined ? undefined : submitters.get(link.submitter)
    const adjustment = weight ? adjustmentOf(link.severity, weight, parameters) : 1
    const claim = weighClaim(link, typeOf(link, types), chi, parameters, adjustment)
    const lambda = standingHazard(claim.lambda, standing, parameters)
    const candidate: ChosenLink = { item, request, standing, claim, lambda }
    const best = chosen.at(-1)
    if (item === null || best?.item !== item) chosen.push(candidate)
    else if (lambda > best.lambda) chosen[chosen.length - 1] = candidate
  }
  const total = sumOf(chosen, (link) => link.lambda)
  const cap = hazardCap(parameters)
  const scale = total > cap ? cap / total : 1
  for (const link of chosen) link.lambda *= scale
  return { links: chosen, expired, claimed: total, scale }
}
