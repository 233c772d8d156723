import { listLookAlikes } from '#app/domain/requests/look-alike-rows.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

/** `GET /requests/look-alikes?text=…`: what is asked for already, while somebody types. */
export const loader = privateLoader('read', async (ctx, { request }) => {
  const text = new URL(request.url).searchParams.get('text') ?? ''
  return Response.json({ rows: await listLookAlikes(ctx, text) })
})
