import { listProductLines } from '#app/domain/organisation/get-navigation.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

import { railCounts } from './rail-counts.server.ts'

/** `/counts?line=`: the counts of the rail alone, for a page that stays as it is. */
export const loader = privateLoader('read', async (ctx, { request }) => {
  const slug = new URL(request.url).searchParams.get('line')
  const line = (await listProductLines(ctx)).find((candidate) => candidate.slug === slug)
  return railCounts(ctx, line?.id ?? null)
})
