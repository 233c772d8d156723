import { relativelyEqual } from '#app/lib/numbers.ts'

/** The most by which a stored figure may differ from the one computed again. */
const TOLERANCE = 1e-9

/** The stored figures of one row. A part belongs to an item, a row of exposures to none. */
export type StoredRow = { itemId: number | null; figures: readonly (number | null)[] }

/** Money that must add up: what the items say, and what the exposures say. Base units. */
export type StoredSums = { value: number; keepable: number; caused: number; arrAtRisk: number }

export type StoredDifference = {
  /** Items whose score or receipt was another, ascending. */
  itemIds: number[]
  /** Rows of exposures that were another. */
  exposures: number
  /** The largest relative difference of a figure; a row too many or too few differs by 1. */
  largest: number
}

/** How far two sets of stored rows are apart, by their keys. */
export function compareStored(
  stored: ReadonlyMap<string, StoredRow>,
  computed: ReadonlyMap<string, StoredRow>,
): StoredDifference {
  const itemIds = new Set<number>()
  let exposures = 0
  let largest = 0
  for (const key of new Set([...stored.keys(), ...computed.keys()])) {
    const [before, after] = [stored.get(key), computed.get(key)]
    const apart = before && after ? distance(before.figures, after.figures) : 1
    if (apart <= TOLERANCE) continue
    largest = Math.max(largest, apart)
    const itemId = before?.itemId ?? after?.itemId ?? null
    if (itemId === null) exposures += 1
    else itemIds.add(itemId)
  }
  return { itemIds: [...itemIds].sort((a, b) => a - b), exposures, largest }
}

function distance(a: StoredRow['figures'], b: StoredRow['figures']): number {
  return a.reduce<number>((most, figure, i) => Math.max(most, apart(figure, b[i] ?? null)), 0)
}

/** The difference of two figures relative to the larger one, at most 1. */
function apart(a: number | null, b: number | null): number {
  if (a === b) return 0
  if (a === null || b === null) return 1
  return Math.min(1, Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b)))
}

/** Whether the value of all items is what the exposures can keep, and their ARR at risk that of the exposures. */
export function sumsAgree({ value, keepable, caused, arrAtRisk }: StoredSums): boolean {
  return (
    relativelyEqual(value, keepable, TOLERANCE) && relativelyEqual(caused, arrAtRisk, TOLERANCE)
  )
}
