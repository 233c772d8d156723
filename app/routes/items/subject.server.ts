import { redirect, type LoaderFunctionArgs } from '@remix-run/node'

import type { Context } from '#app/domain/context.ts'
import { getItem, type Item } from '#app/domain/items/get-item.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { safePath } from '#app/lib/safe-path.ts'

type Args = Pick<LoaderFunctionArgs, 'params' | 'request'>

/** The number of the item that the address names. Throws not_found. */
export function itemIdOf({ params }: Pick<Args, 'params'>): number {
  return idParam(params['id'], 'This item')
}

/** The item of the address; for one that was merged away, a redirect to the one that it is part of. */
export async function loadItem(ctx: Context, args: Args): Promise<Item> {
  const item = await getItem(ctx, itemIdOf(args))
  if (item.mergedIntoId !== null) throw redirect(`/items/${item.mergedIntoId}?merged=${item.id}`)
  return item
}

/** Where a form leads back to: where it was opened, or the item's page. */
export function backOf({ request, params }: Args): string {
  const back = new URL(request.url).searchParams.get('back')
  return safePath(back, `/items/${itemIdOf({ params })}`)
}
