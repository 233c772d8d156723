import { desc } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { saveModelVersion } from '#app/domain/model/save-model-version.server.ts'
import { withValues, type Values } from '#app/domain/model/values.ts'
import { listModelVersions } from '#app/domain/model/versions.server.ts'
import { getModelVersion } from '#app/domain/scoring/model-version.server.ts'
import { DEFAULT_PARAMETERS } from '#app/domain/scoring/parameters.ts'
import { itemScores } from '#db/schema/scores.ts'
import { makePerson } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { eventsOf, race, refusal } from '#tests/support/people.ts'

import { makeModelWorld } from './world.ts'

const reason = 'The board looks at growth this year.'
const change = (values: Values, wasVersionId: number) => ({
  wasVersionId,
  reason,
  parameters: withValues(DEFAULT_PARAMETERS, values),
})

describe('saveModelVersion', () => {
  test('puts the parameters in force and scores by them at once', async ({ db }) => {
    const { as, lead, depots } = await makeModelWorld(db)
    const was = await getModelVersion({ db })
    const before = await db.select().from(itemScores).orderBy(itemScores.itemId)
    const id = await saveModelVersion(as(lead), change({ 'kind.expansion': 2 }, was.id))

    expect((await getModelVersion({ db })).id).toBe(id)
    const after = await db.select().from(itemScores).orderBy(itemScores.itemId)
    expect(after.map((row) => row.modelVersionId)).toEqual([id, id])
    for (const [index, row] of after.entries()) {
      const factor = row.itemId === depots ? 2 : 1
      expect(row.value).toBeCloseTo(factor * (before[index]?.value ?? 0), 6)
    }
    const log = (await eventsOf(db)).filter(({ subjectType }) => subjectType === 'model_version')
    expect(log).toEqual([
      {
        name: 'model.changed',
        subjectType: 'model_version',
        subjectId: String(id),
        actorId: lead.id,
        data: { reason, from: { 'kind.expansion': 1 }, to: { 'kind.expansion': 2 } },
      },
    ])
    expect(await listModelVersions(as(lead))).toMatchObject([
      {
        id,
        reason,
        createdBy: 'Tomás Herrera',
        changed: [{ key: 'kind.expansion', from: 1, to: 2 }],
      },
      { id: was.id, reason: 'First start', changed: [] },
    ])
  })

  test('goes back to an earlier version as a new one', async ({ db }) => {
    const { as, lead } = await makeModelWorld(db)
    const first = await getModelVersion({ db })
    const scores = () =>
      db.select({ score: itemScores.score }).from(itemScores).orderBy(desc(itemScores.itemId))
    const before = await scores()
    const second = await saveModelVersion(as(lead), change({ kReq: 2 }, first.id))
    expect(await scores()).not.toEqual(before)
    const third = await saveModelVersion(as(lead), change({}, second))
    expect(third).toBeGreaterThan(second)
    expect(await scores()).toEqual(before)
  })

  test('refuses what is in force already', async ({ db }) => {
    const { as, lead } = await makeModelWorld(db)
    const { id } = await getModelVersion({ db })
    await expect(saveModelVersion(as(lead), change({}, id))).rejects.toThrow(
      `This is version ${id}, which is in force. Change a parameter first.`,
    )
    expect(await listModelVersions(as(lead))).toHaveLength(1)
  })

  test('refuses a ladder that goes down, and values out of range', async ({ db }) => {
    const { as, lead } = await makeModelWorld(db)
    const { id } = await getModelVersion({ db })
    for (const values of [{ 'severity.blocker': 0.05 }, { kReq: 5 }] satisfies Values[]) {
      expect(await refusal(saveModelVersion(as(lead), change(values, id)))).toBe('invalid')
    }
    expect(await listModelVersions(as(lead))).toHaveLength(1)
  })

  test('overwrites nobody: the second of two is told who saved what', async ({ db }) => {
    const { as, lead, peer } = await makeModelWorld(db)
    const { id } = await getModelVersion({ db })
    const theirs = await saveModelVersion(as(peer), change({ icpMin: 0.4 }, id))
    await expect(saveModelVersion(as(lead), change({ kReq: 2 }, id))).rejects.toThrow(
      `Mia Berg saved version ${theirs} since you opened this.`,
    )
    expect((await getModelVersion({ db })).id).toBe(theirs)
  })

  test('lets one of two at once through', async ({ committedDb: db }) => {
    const { as, lead, peer } = await makeModelWorld(db)
    const { id } = await getModelVersion({ db })
    expect(
      await race(
        saveModelVersion(as(lead), change({ kReq: 2 }, id)),
        saveModelVersion(as(peer), change({ kReq: 1.5 }, id)),
      ),
    ).toEqual(['conflict', 'done'])
  })

  test('is for managers of Product', async ({ db }) => {
    const { as, pm, csm } = await makeModelWorld(db)
    const { id } = await getModelVersion({ db })
    const cs = await makePerson(db, { role: 'manager', team: 'cs' })
    const admin = await makePerson(db, { role: 'admin', team: 'product' })
    for (const who of [pm, csm, cs, admin]) {
      expect(await refusal(saveModelVersion(as(who), change({ kReq: 2 }, id)))).toBe('forbidden')
    }
  })
})
