import { compareRank } from '#app/domain/scoring/rank.ts'
import type { ScoredItem } from '#app/domain/scoring/types.ts'
import { spearman } from '#app/lib/rank-correlation.ts'

/** An item that has a rank, and where it is told of. */
export type RankedItem = { id: string; title: string }

/** One item before and after. Ranks from 1; scores in base units an engineer-week. */
export type Move = RankedItem & {
  rank: readonly [number, number]
  score: readonly [number, number]
}

export type RankingChange = {
  /** Items whose rank or score is another, the largest move first; at most 50. */
  moves: Move[]
  /** How many have another rank, and how many another rank or score. */
  newPlaces: number
  newScores: number
  /** How many are ranked at all, and of the first 10 and 20 how many stay among them. */
  ranked: number
  kept: { of: number; stay: number }[]
  /** Spearman's correlation of the two orders; null with less than two items. */
  correlation: number | null
}

const TOPS = [10, 20]

const MOST_SHOWN = 50

/** Scores that differ by less than this share of themselves are the same score. */
const SAME = 1e-9

const isSame = (a: number, b: number) =>
  Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b))

/**
 * What becomes of a ranking.
 * @param ranked the items to rank among each other; every one of them must be scored both times
 */
export function compareRankings(
  before: readonly ScoredItem[],
  after: readonly ScoredItem[],
  ranked: readonly RankedItem[],
): RankingChange {
  const [was, is] = [placesOf(before, ranked), placesOf(after, ranked)]
  const all = ranked.flatMap(({ id, title }): Move[] => {
    const [a, b] = [was.get(id), is.get(id)]
    return a && b ? [{ id, title, rank: [a.rank, b.rank], score: [a.score, b.score] }] : []
  })
  const moves = all.filter(({ rank, score }) => rank[0] !== rank[1] || !isSame(...score))
  return {
    moves: moves.sort(byMove).slice(0, MOST_SHOWN),
    newPlaces: moves.filter(({ rank }) => rank[0] !== rank[1]).length,
    newScores: moves.length,
    ranked: all.length,
    kept: TOPS.map((top) => {
      const first = all.filter(({ rank }) => rank[0] <= top)
      return { of: first.length, stay: first.filter(({ rank }) => rank[1] <= top).length }
    }),
    correlation: spearman(
      all.map(({ rank }) => rank[0]),
      all.map(({ rank }) => rank[1]),
    ),
  }
}

function placesOf(scored: readonly ScoredItem[], ranked: readonly RankedItem[]) {
  const ids = new Set(ranked.map(({ id }) => id))
  const order = scored.filter(({ id }) => ids.has(id)).sort(compareRank)
  return new Map(order.map(({ id, score }, index) => [id, { rank: index + 1, score }]))
}

function byMove(a: Move, b: Move): number {
  const places = ({ rank }: Move) => Math.abs(rank[1] - rank[0])
  const amount = ({ score }: Move) => Math.abs(score[1] - score[0])
  return places(b) - places(a) || amount(b) - amount(a) || a.rank[0] - b.rank[0]
}
