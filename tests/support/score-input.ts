import { DEFAULT_PARAMETERS } from '#app/domain/scoring/parameters.ts'
import { scoreBacklog } from '#app/domain/scoring/score.ts'
import type {
  ExposureInput,
  ItemInput,
  LinkInput,
  ScoredExposure,
  ScoredItem,
  ScoreResult,
} from '#app/domain/scoring/types.ts'

export const TODAY = '2026-01-15'

/** A euro contract of 100,000 at health 50, whose notice ends in 60 days; no weight differs from 1. */
export function renewal(values: Partial<ExposureInput> = {}): ExposureInput {
  return {
    id: 'X1',
    account: 'Anadolu',
    kind: 'renewal',
    amount: 100_000,
    currency: 'EUR',
    fx: 1,
    win: 1,
    health: 50,
    date: '2026-05-15',
    icp: 1,
    strategic: 1,
    ...values,
  }
}

/** A change request of likely 3 weeks: lead time 4 weeks. */
export function item(values: Partial<ItemInput> = {}): ItemInput {
  return {
    id: 'R1',
    title: 'Single sign-on',
    type: 'change_request',
    estimate: { p10: 2, p50: 3, p90: 5 },
    ...values,
  }
}

/** A fresh critical request without evidence. */
export function link(values: Partial<LinkInput> = {}): LinkInput {
  return { x: 'X1', r: 'R1', severity: 'critical', evidence: 'none', ageDays: 0, ...values }
}

/** The score of such input with the default parameters. */
export function score(
  exposures: ExposureInput[],
  links: LinkInput[] = [link()],
  items: ItemInput[] = [item()],
): ScoreResult {
  return scoreBacklog({
    today: TODAY,
    parameters: DEFAULT_PARAMETERS,
    input: { exposures, items, links },
  })
}

export function exposureOf(result: ScoreResult, id = 'X1'): ScoredExposure {
  const found = result.exposures.find((exposure) => exposure.id === id)
  if (!found) throw new Error(`${id} is not scored`)
  return found
}

export function itemOf(result: ScoreResult, id = 'R1'): ScoredItem {
  const found = result.items.find((one) => one.id === id)
  if (!found) throw new Error(`${id} is not scored`)
  return found
}
