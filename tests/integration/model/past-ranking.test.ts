import { expect } from 'vitest'

import { recordScoreHistory } from '#app/domain/backlog/history.server.ts'
import { estimateCost } from '#app/domain/items/estimate-cost.server.ts'
import { getPastRanking } from '#app/domain/model/past-ranking.server.ts'
import { DEFAULT_PARAMETERS } from '#app/domain/scoring/parameters.ts'
import { turnDay } from '#app/domain/scoring/turn-day.server.ts'
import { scoreHistory } from '#db/schema/scores.ts'
import { modelVersions } from '#db/schema/organisation.ts'
import { makeItems } from '#tests/integration/items/world.ts'
import { makePerson } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { refusal } from '#tests/support/people.ts'

const DAY = '2026-01-15'
const NEXT = '2026-01-16'

test('a past ranking is scored again, by its own version of the model or another', async ({
  db,
}) => {
  const { as, pm, lineId, itemId, otherId } = await makeItems(db)
  const next = as(pm, new Date(`${NEXT}T09:00:00Z`))
  await recordScoreHistory(next)
  await turnDay(next)
  // A hundred times the work: it falls to the last place, from the day after on.
  const cost = { costLow: 250, costLikely: 300, costHigh: 360 }
  await estimateCost(next, { itemId, version: 1, ...cost })
  const parameters = { ...DEFAULT_PARAMETERS, kind: { ...DEFAULT_PARAMETERS.kind, renewal: 2 } }
  const [saved] = await db
    .insert(modelVersions)
    .values({ parameters, reason: 'Renewals count twice.' })
    .returning()
  const ask = (day: string, versionId: number | null = null) =>
    getPastRanking(next, { day, lineId, versionId })

  const past = await ask(DAY)
  const first = past?.rows[0]
  expect(past).toMatchObject({ day: DAY, check: { items: 2, different: 0 } })
  expect(past?.rows.map(({ id, rank, then, now }) => [id, rank, then, now])).toEqual([
    [itemId, 1, 1, 2],
    [otherId, 2, 2, 1],
  ])
  // All that is at stake here is renewals, so every score is twice what it was, and no place another.
  const other = await ask(DAY, saved?.id ?? 0)
  expect(other?.check).toBeNull()
  expect(other?.rows.map(({ id }) => id)).toEqual([itemId, otherId])
  expect(other?.rows[0]?.score).toBeCloseTo(2 * (first?.score ?? 0), 6)

  // A stored figure that the kept facts do not give is told.
  await db.update(scoreHistory).set({ score: 1 })
  expect((await ask(DAY))?.check).toEqual({ items: 2, different: 2 })

  expect(await ask('2026-01-14')).toBeNull()
  expect(await refusal(ask(DAY, 999))).toBe('not_found')
  const outsider = as(await makePerson(db, { team: 'other' }))
  expect(await refusal(getPastRanking(outsider, { day: DAY, lineId, versionId: null }))).toBe(
    'forbidden',
  )
})
