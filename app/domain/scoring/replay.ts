import { groupBy } from '#app/lib/group-by.ts'

import type { KeptInput } from './facts.ts'
import { compareRank } from './rank.ts'
import { scoreBacklog } from './score.ts'
import type { ScoreResult } from './types.ts'
import type { Moment } from './why-moved.ts'

/** A moment with the places at which its items are ranked. */
export type KeptMoment = Moment & Pick<KeptInput, 'places'>

/** A past ranking: the scores, and the rank of each ranked item in its product line, by item id. */
export type Replay = { result: ScoreResult; ranks: Map<string, number> }

/** Scores a kept moment again, exactly as it was scored then. */
export function replay({ places, ...moment }: KeptMoment): Replay {
  const result = scoreBacklog(moment)
  const ranked = result.items.filter(({ id }) => places.get(id)?.lane === 'ranked')
  const lines = groupBy(ranked, ({ id }) => places.get(id)?.lineId)
  const ranks = [...lines.values()].flatMap((line) =>
    line.sort(compareRank).map(({ id }, i): [string, number] => [id, i + 1]),
  )
  return { result, ranks: new Map(ranks) }
}
