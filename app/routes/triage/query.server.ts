import type { Context } from '#app/domain/context.ts'
import { listProductLines } from '#app/domain/organisation/get-navigation.server.ts'
import type { InboxView } from '#app/domain/triage/inbox.ts'

/** Which inbox an address means: a product line (null: all) and a view. */
export async function inboxQuery(
  ctx: Pick<Context, 'db'>,
  { url }: { url: string },
): Promise<{ lineId: number | null; line: string | null; view: InboxView }> {
  const search = new URL(url).searchParams
  const lines = await listProductLines(ctx)
  const line = lines.find(({ slug }) => slug === search.get('line'))
  return {
    lineId: line?.id ?? null,
    line: line?.name ?? null,
    view: search.get('show') === 'waiting' ? 'waiting' : 'open',
  }
}
