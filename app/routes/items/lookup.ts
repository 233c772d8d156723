import { findItems } from '#app/domain/items/find-items.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { recordId } from '#app/lib/fields.ts'

/** At most 8 items for what is typed into a form, as JSON. `open` keeps to open ones, `except` leaves one out. */
export const loader = privateLoader('read', async (ctx, { request }) => {
  const search = new URL(request.url).searchParams
  const text = (search.get('q') ?? '').replace(/\p{Cc}/gu, ' ')
  return {
    items: await findItems(ctx, text, {
      openOnly: search.has('open'),
      exceptId: recordId.safeParse(search.get('except')).data,
    }),
  }
})
