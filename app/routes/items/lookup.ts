import { findItems } from '#app/domain/items/find-items.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

/** At most 8 items for what is typed into a form, as JSON. `open` keeps to open ones, `except` leaves one out. */
export const loader = privateLoader('read', async (ctx, { request }) => {
  const search = new URL(request.url).searchParams
  const text = (search.get('q') ?? '').replace(/\p{Cc}/gu, ' ')
  const exceptId = Number(search.get('except'))
  return {
    items: await findItems(ctx, text, {
      openOnly: search.has('open'),
      exceptId: Number.isInteger(exceptId) ? exceptId : undefined,
    }),
  }
})
