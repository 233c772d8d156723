import { describe, expect } from 'vitest'

import {
  addAttribute,
  archiveAttribute,
  changeAttribute,
  getAttribute,
  listAttributesForSettings,
  restoreAttribute,
} from '#app/domain/organisation/attributes.server.ts'
import { test } from '#tests/support/db.ts'
import { eventsOf, makeAdministration, nonAdmins, refusal } from '#tests/support/people.ts'

describe('custom attributes', () => {
  test('have a key of their label that stays', async ({ db }) => {
    const { admin, as } = await makeAdministration(db)
    const ctx = as(admin)
    const key = await addAttribute(ctx, {
      label: 'Go-live date',
      type: 'date',
      choices: ['x'],
      changeable: false,
    })
    expect(key).toBe('go_live_date')
    expect(
      await addAttribute(ctx, {
        label: 'Go live date',
        type: 'text',
        choices: [],
        changeable: false,
      }),
    ).toBe('go_live_date_2')
    await changeAttribute(ctx, {
      key,
      version: 1,
      label: 'Live since',
      choices: [],
      changeable: true,
    })
    expect(await getAttribute(ctx, key)).toMatchObject({
      key,
      label: 'Live since',
      type: 'date',
      choices: [],
      changeable: true,
    })
    expect((await eventsOf(db)).map(({ name, subjectId }) => `${name} ${subjectId}`)).toEqual([
      'attribute.added go_live_date',
      'attribute.added go_live_date_2',
      'attribute.changed go_live_date',
    ])
  })

  test('of choices keep at least two', async ({ db }) => {
    const { admin, as } = await makeAdministration(db)
    const ctx = as(admin)
    const key = await addAttribute(ctx, {
      label: 'Tier',
      type: 'choice',
      choices: ['Gold', 'Silver'],
      changeable: true,
    })
    const change = (choices: string[]) =>
      refusal(changeAttribute(ctx, { key, version: 1, label: 'Tier', choices, changeable: false }))
    expect(await change(['Gold'])).toBe('invalid choices')
    expect(await change(['Gold', 'Silver', 'Bronze'])).toBe('done')
    expect(await getAttribute(ctx, key)).toMatchObject({ choices: ['Gold', 'Silver', 'Bronze'] })
  })

  test('are not saved over what another admin changed since', async ({ db }) => {
    const { admin, other, as } = await makeAdministration(db)
    const choices = ['Gold', 'Silver']
    const key = await addAttribute(as(admin), {
      label: 'Tier',
      type: 'choice',
      choices,
      changeable: false,
    })
    await changeAttribute(as(other), {
      key,
      version: 1,
      label: 'Class',
      choices,
      changeable: false,
    })
    const stale = { key, version: 1, label: 'Level', choices, changeable: false }
    await expect(changeAttribute(as(admin), stale)).rejects.toThrow(
      'Otto Admin changed the settings since you opened this. It is now: Class, Gold, Silver, a CSM cannot work on it. What you entered is still here; save again to put it in place of theirs.',
    )
    expect(await getAttribute(as(admin), key)).toMatchObject({ label: 'Class', version: 2 })
    expect(await refusal(changeAttribute(as(admin), { ...stale, version: 2 }))).toBe('done')
  })

  test('are put away and used again, once each', async ({ db }) => {
    const { admin, as } = await makeAdministration(db)
    const ctx = as(admin)
    const key = await addAttribute(ctx, {
      label: 'Tier',
      type: 'text',
      choices: [],
      changeable: false,
    })
    await archiveAttribute(ctx, { key })
    expect(await refusal(archiveAttribute(ctx, { key }))).toBe('conflict')
    expect(
      await refusal(
        changeAttribute(ctx, { key, version: 1, label: 'X', choices: [], changeable: false }),
      ),
    ).toBe('conflict')
    expect(await listAttributesForSettings(ctx)).toHaveLength(1)
    await restoreAttribute(ctx, { key })
    expect(await refusal(restoreAttribute(ctx, { key }))).toBe('conflict')
    expect(await eventsOf(db)).toHaveLength(3)
  })

  test('are for admins', async ({ db }) => {
    await makeAdministration(db)
    for (const ctx of await nonAdmins(db)) {
      const outcomes = [
        await refusal(
          addAttribute(ctx, { label: 'Tier', type: 'text', choices: [], changeable: false }),
        ),
        await refusal(
          changeAttribute(ctx, {
            key: 'tier',
            version: 1,
            label: 'Tier',
            choices: [],
            changeable: false,
          }),
        ),
        await refusal(archiveAttribute(ctx, { key: 'tier' })),
        await refusal(restoreAttribute(ctx, { key: 'tier' })),
      ]
      expect(new Set(outcomes)).toEqual(new Set(['forbidden']))
    }
  })
})
