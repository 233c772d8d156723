import { getPublication } from '#app/domain/publications/get-publication.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

/** `GET /publications/:id/backlog.json`: all that the page shows; money only for who may see revenue. */
export const loader = privateLoader('read', async (ctx, { params }) => {
  const { number, title, note, publishedAt, lineSlug, view } = await getPublication(
    ctx,
    idParam(params['id'], 'The publication'),
  )
  return new Response(JSON.stringify({ number, title, note, publishedAt, ...view }, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${lineSlug}-no-${number}.json"`,
    },
  })
})
