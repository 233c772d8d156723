import type { ModelParameters } from '#app/domain/scoring/parameters.ts'
import { buildReceipt, type Receipt } from '#app/domain/scoring/receipt.ts'
import { scoreBacklog } from '#app/domain/scoring/score.ts'
import type { ShownPart } from '#app/domain/scoring/shown-claim.ts'
import type { ScoreInput } from '#app/domain/scoring/types.ts'
import { addDays, type IsoDate } from '#app/lib/dates.ts'

/** One line of a receipt, from the amount to the score of its item. */
export type WorkedExample = {
  /** Whose account it is: the reader's, somebody's, or nobody's, because it is made up. */
  whose: 'own' | 'other' | 'invented'
  part: ShownPart
  /** The value that the line shows, whole base units. */
  shown: number
  item: { id: number | null; title: string; rank: number | null; line: string | null }
  /** The receipt's last lines: value of the item, whole base units, its cost, and the score. */
  total: number
  costInScore: number
  score: number
}

/** Takes one exposure's line out of a receipt; null when it is not on it. */
export function exampleOf(
  receipt: Receipt,
  exposure: string,
  about: Pick<WorkedExample, 'whose' | 'item'>,
): WorkedExample | null {
  const entry = receipt.lines
    .flatMap(({ entries }) => entries)
    .find(({ part }) => part.exposure === exposure)
  if (!entry) return null
  const { total, costInScore, score } = receipt
  return { ...about, part: entry.part, shown: entry.shown, total, costInScore, score }
}

/** A made-up account that two items are asked for, for whoever may see no revenue, or before there is any. */
export function inventExample(
  parameters: ModelParameters,
  today: IsoDate,
  currency: string,
): WorkedExample {
  const title = 'Single sign-on'
  const { items } = scoreBacklog({
    today,
    parameters,
    input: inventedInput(today, currency, title),
  })
  const [item] = items
  if (!item) throw new Error('The invented item is not scored')
  const receipt = buildReceipt(item, { today, currency })
  const about = { id: null, title, rank: null, line: null }
  const example = exampleOf(receipt, 'invented', { whose: 'invented', item: about })
  if (!example) throw new Error('The invented account is not on the receipt')
  return example
}

function inventedInput(today: IsoDate, currency: string, title: string): ScoreInput {
  const estimate = { p10: 4, p50: 6, p90: 10 }
  const type = 'feature_request'
  return {
    exposures: [
      {
        ...{ id: 'invented', account: 'Example Freight', kind: 'renewal', amount: 100_000 },
        ...{ currency, fx: 1, win: 1, health: 45, date: addDays(today, 150), notice: 60 },
        ...{ icp: 0.8, strategic: 1 },
      },
    ],
    items: [
      { id: '1', title, type, estimate },
      { id: '2', title: 'Bulk import', type, estimate },
    ],
    links: [
      { x: 'invented', r: '1', severity: 'blocker', evidence: 'customer_said', ageDays: 14 },
      { x: 'invented', r: '2', severity: 'critical', evidence: 'none', ageDays: 40 },
    ],
  }
}
