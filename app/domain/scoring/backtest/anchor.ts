import { admitExposure, type Admitted } from '#app/domain/scoring/exposures.ts'
import { baselineHazard, probabilityOf, UNKNOWN_HEALTH } from '#app/domain/scoring/hazards.ts'
import { chooseLinks, linksByExposure } from '#app/domain/scoring/links.ts'
import type { ModelParameters } from '#app/domain/scoring/parameters.ts'
import { weighSubmitters, type SubmitterWeight } from '#app/domain/scoring/submitters.ts'
import type { LinkInput, ScoreInput } from '#app/domain/scoring/types.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { sum, sumOf } from '#app/lib/numbers.ts'
import type { RequestType } from '#db/constants.ts'

/** Renewals that must be open before the anchor is suggested. */
export const ANCHOR_RENEWALS = 50

const LEAST = 0.1
const MOST = 3
const HALVINGS = 50

type Renewal = { admitted: Admitted; links: readonly LinkInput[] }

/** Renewals of some account families, with the types of the items that they ask for and what each submitter's claims weigh. */
export type RenewalSlice = {
  renewals: Renewal[]
  types: ReadonlyMap<string, RequestType>
  submitters: ReadonlyMap<string, SubmitterWeight>
}

/** The renewals that the anchor is about, of a score's input. */
export function renewalsOf(
  { exposures, items, links, submitters }: ScoreInput,
  today: IsoDate,
  parameters: ModelParameters,
): RenewalSlice {
  const of = linksByExposure(links)
  const renewals = exposures.flatMap((exposure): Renewal[] => {
    if (exposure.kind !== 'renewal') return []
    const admitted = admitExposure(exposure, today, parameters)
    return 'excluded' in admitted ? [] : [{ admitted, links: of.get(exposure.id) ?? [] }]
  })
  return {
    renewals,
    types: new Map(items.map(({ id, type }) => [id, type])),
    submitters: weighSubmitters(submitters, today, parameters),
  }
}

/** Money that requests are expected to lose when all their hazards are multiplied by `k`. Base units. */
export function requestLoss(
  slices: readonly RenewalSlice[],
  k: number,
  parameters: ModelParameters,
): number {
  const scaled = { ...parameters, kReq: k }
  return sum(
    slices.map(({ renewals, types, submitters }) =>
      sumOf(renewals, ({ admitted: { raw, l0, chi }, links }) => {
        const chosen = chooseLinks(links, chi, types, scaled, submitters).links
        const claims = sumOf(chosen, ({ lambda }) => lambda)
        // q - (1 - e^-l0), without the difference of two near numbers.
        return raw * Math.exp(-l0) * probabilityOf(claims)
      }),
    ),
  )
}

/** Money that product gaps should account for: the share phi of all that health lets expect. Base units. */
export function gapTarget(slices: readonly RenewalSlice[], parameters: ModelParameters): number {
  const whole = { ...parameters, phi: 0 }
  const expected = slices.map(({ renewals }) =>
    sumOf(
      renewals,
      ({ admitted: { raw, health } }) =>
        raw * probabilityOf(baselineHazard(health ?? UNKNOWN_HEALTH, whole)),
    ),
  )
  return parameters.phi * sum(expected)
}

/** Where the requests' losses come to the target: by halving [0, 3], kept within 0.1 and 3. Source: docs/model.md, section 2.8. */
export function anchor(slices: readonly RenewalSlice[], parameters: ModelParameters): number {
  const target = gapTarget(slices, parameters)
  let low = 0
  let high = MOST
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2
    if (requestLoss(slices, middle, parameters) < target) low = middle
    else high = middle
  }
  return Math.min(MOST, Math.max(LEAST, (low + high) / 2))
}
