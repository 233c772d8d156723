import { counted } from '#app/lib/counted.ts'
import { itemKey } from '#app/lib/readable-id.ts'

/** What a check of the stored scores came to. Kept with its event, so it holds no money. */
export type ScoreCheck = {
  /** Scored items at the time. */
  scored: number
  /** Whether the sums over items and over exposures agreed. */
  reconciled: boolean
  /** Items whose score or receipt was another than computed again, at most the first `LISTED`. */
  items: readonly number[]
  /** How many items that were, and how many contracts and deals. */
  differing: number
  exposures: number
  /** Largest relative difference of a figure: 0.1 is 10 %. */
  largest: number
}

/** Items that a check names. */
export const LISTED = 20

/** Whether the check had to put anything right. */
export function foundAnything({ reconciled, differing, exposures }: ScoreCheck): boolean {
  return !reconciled || differing > 0 || exposures > 0
}

/** The outcome in a sentence or two. */
export function checkText(check: ScoreCheck): string {
  if (!foundAnything(check)) {
    return `Nothing found: ${check.scored} items score the same from scratch, and the sums agree.`
  }
  const { differing, exposures, items } = check
  const subjects = [
    differing > 0 ? `${counted(differing, 'item')} (${named(items, differing)})` : null,
    exposures > 0 ? counted(exposures, 'contract or deal', 'contracts or deals') : null,
  ].filter((subject) => subject !== null)
  const sums = check.reconciled ? [] : ['The sums did not agree.']
  const rescored =
    subjects.length > 0
      ? [`${subjects.join(' and ')} differed by up to ${percent(check.largest)}.`]
      : []
  return [...sums, ...rescored, 'Everything was scored again.'].join(' ')
}

function named(items: readonly number[], all: number): string {
  const keys = items.map(itemKey).join(', ')
  return all > items.length ? `${keys} and ${all - items.length} more` : keys
}

/** `12 %`; under a thousandth in powers of ten. */
function percent(share: number): string {
  const value = share * 100
  return value >= 0.1 ? `${Number(value.toPrecision(2))} %` : `${value.toExponential(0)} %`
}
