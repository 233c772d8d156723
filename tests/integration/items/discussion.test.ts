import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { commentOnItem } from '#app/domain/items/comment-on-item.server.ts'
import { getItemTab } from '#app/domain/items/get-item-tab.server.ts'
import { listComments } from '#app/domain/comments/list-comments.server.ts'
import { countUnreadMentions, listMentions } from '#app/domain/comments/mention-list.server.ts'
import { comments } from '#db/schema/comments.ts'
import { items } from '#db/schema/items.ts'
import { makePerson, NOW } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

import { eventsOn, makeItems } from './world.ts'

describe('commentOnItem', () => {
  test('writes the comment with one event, and tells whom it names', async ({ db }) => {
    const { ctx, as, csm, pm, viewer, itemId } = await makeItems(db)
    const body = 'Ask @Selin Aksoy and @jonas, not @Nobody.'
    const { commentId } = await commentOnItem(ctx, { itemId, body })
    expect(await eventsOn(db, itemId)).toEqual(['item.commented'])
    expect(await listComments(ctx, itemId)).toEqual([
      {
        id: commentId,
        at: NOW,
        by: pm.name,
        team: 'product',
        pieces: [
          { text: 'Ask ', personId: null },
          { text: '@Selin Aksoy', personId: csm.id },
          { text: ' and @jonas, not @Nobody.', personId: null },
        ],
      },
    ])
    expect(await listMentions(as(csm))).toMatchObject([
      { itemId, itemTitle: 'SSO/SAML', body, by: pm.name, unread: true },
    ])
    // The author needs no telling, nor does anybody who is not named.
    expect(await listMentions(ctx)).toEqual([])
    expect(await listMentions(as(viewer))).toEqual([])
  })

  test('is read once the person opens the discussion, not before', async ({ db }) => {
    const { ctx, as, csm, lineId, itemId, otherId } = await makeItems(db)
    await commentOnItem(ctx, { itemId, body: '@Selin Aksoy?' })
    await commentOnItem(ctx, { itemId: otherId, body: '@Selin Aksoy!' })
    await getItemTab(as(csm), { id: itemId, lineId, rank: null }, 'history')
    await getItemTab(ctx, { id: itemId, lineId, rank: null }, 'discussion')
    expect(await countUnreadMentions(as(csm))).toBe(2)
    await getItemTab(as(csm), { id: itemId, lineId, rank: null }, 'discussion')
    expect(await countUnreadMentions(as(csm))).toBe(1)
    expect((await listMentions(as(csm))).map(({ unread }) => unread)).toEqual([true, false])
  })

  test('nobody who has left is told', async ({ db }) => {
    const { ctx, as, itemId } = await makeItems(db)
    const gone = await makePerson(db, { name: 'Gisela Ohm', deactivatedAt: NOW })
    await commentOnItem(ctx, { itemId, body: '@Gisela Ohm' })
    expect(await listMentions(as(gone))).toEqual([])
  })

  test('is refused to viewers and to people of other teams', async ({ db }) => {
    const { as, viewer, itemId } = await makeItems(db)
    const outsider = await makePerson(db, { team: 'other' })
    for (const actor of [viewer, outsider]) {
      await expect(commentOnItem(as(actor), { itemId, body: 'Hi' })).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
    expect(await db.select().from(comments)).toEqual([])
  })

  test('is refused on an item that was merged away, or is not there', async ({ db }) => {
    const { ctx, itemId, otherId } = await makeItems(db)
    await db.update(items).set({ mergedIntoId: otherId }).where(eq(items.id, itemId))
    await expect(commentOnItem(ctx, { itemId, body: 'Hi' })).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(commentOnItem(ctx, { itemId: 999_999, body: 'Hi' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
