import type { Replay } from '#app/domain/scoring/replay.ts'
import type { Place } from '#app/domain/scoring/facts.ts'

/** What was stored of an item on a day. */
export type Stored = { itemId: number; rank: number | null; score: number }

/** A place of a past ranking: base units an engineer-week, and where the item stood by what was stored that day. */
export type PastPlace = { id: number; rank: number; score: number; then: number | null }

/** Scores that share so many parts of themselves are the same; the last bits hang on the machine. */
const SAME = 1e-9

/** The replayed ranking of one product line, from its first place on. */
export function placesOf(
  { result, ranks }: Replay,
  placed: ReadonlyMap<string, Place>,
  stored: readonly Stored[],
  lineId: number,
): PastPlace[] {
  const then = new Map(stored.map((row) => [String(row.itemId), row.rank]))
  return result.items
    .flatMap(({ id, score }): PastPlace[] => {
      const rank = ranks.get(id)
      if (rank === undefined || placed.get(id)?.lineId !== lineId) return []
      return [{ id: Number(id), rank, score, then: then.get(id) ?? null }]
    })
    .sort((a, b) => a.rank - b.rank)
}

/** How many items of a day have another rank or score when they are scored again than was stored of them. */
export function countDifferent({ result, ranks }: Replay, stored: readonly Stored[]): number {
  const scores = new Map(result.items.map(({ id, score }) => [id, score]))
  return stored.filter(({ itemId, rank, score }) => {
    const id = String(itemId)
    const again = scores.get(id) ?? 0
    return (ranks.get(id) ?? null) !== rank || Math.abs(again - score) > SAME * Math.abs(score)
  }).length
}
