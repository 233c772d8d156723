import { getPublication } from '#app/domain/publications/get-publication.server.ts'
import { jsonFile } from '#app/http/json-file.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

/** `GET /publications/:id/backlog.json`: all that the page shows; money only for who may see revenue. */
export const loader = privateLoader('read', async (ctx, { params }) => {
  const { number, title, note, publishedAt, lineSlug, view } = await getPublication(
    ctx,
    idParam(params['id'], 'The publication'),
  )
  return jsonFile(`${lineSlug}-no-${number}.json`, { number, title, note, publishedAt, ...view })
})
