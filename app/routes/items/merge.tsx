import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { RouteError } from '#app/components/route-error.tsx'
import { findItems } from '#app/domain/items/find-items.server.ts'
import { getItem } from '#app/domain/items/get-item.server.ts'
import { mergeItems } from '#app/domain/items/merge-items.server.ts'
import { mergeSchema } from '#app/domain/items/schemas.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { previewMerge } from '#app/domain/scoring/preview.server.ts'
import type { Context } from '#app/domain/context.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'
import { recordId } from '#app/lib/fields.ts'

import { ItemFormPage } from './item-form-page.tsx'
import { MergeConfirmation } from './merge-confirmation.tsx'
import { MergeSearch } from './merge-search.tsx'
import { backOf, itemIdOf } from './subject.server.ts'

export { revalidateOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction = () => [{ title: 'Merge items · Causeway' }]

/** Without `into` the items to choose from, those found or those that look alike; with it the scores before and after. */
export const loader = privateLoader('item.edit', async (ctx, args: LoaderFunctionArgs) => {
  const item = await getItem(ctx, itemIdOf(args))
  const search = new URL(args.request.url).searchParams
  const back = backOf(args)
  const into = recordId.safeParse(search.get('into'))
  if (into.success && into.data !== item.id) {
    return { step: 'confirm' as const, item, back, ...(await loadPreview(ctx, item, into.data)) }
  }
  const find = (search.get('q') ?? '').replace(/\p{Cc}/gu, ' ').trim()
  const found = await findItems(ctx, find || item.title, { openOnly: true, exceptId: item.id })
  return { step: 'choose' as const, item, back, find, found }
})

async function loadPreview(ctx: Context, item: { id: number; money: boolean }, intoId: number) {
  const into = await getItem(ctx, intoId)
  const { baseCurrency } = await getOrganisation(ctx)
  const preview = await previewMerge(ctx, item.id, intoId)
  return { into, currency: baseCurrency, preview: item.money ? preview : null }
}

export const action = privateAction('item.edit', async (ctx, args) =>
  handleForm(await args.request.formData(), mergeSchema, async (value) => {
    await mergeItems(ctx, { itemId: itemIdOf(args), ...value })
    return redirect(`/items/${value.intoId}?merged=${itemIdOf(args)}`)
  }),
)

export default function MergePage() {
  const loaded = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  return (
    <ItemFormPage title="Merge into another item" item={loaded.item}>
      {loaded.step === 'choose' ? (
        <MergeSearch {...loaded} />
      ) : (
        <MergeConfirmation {...loaded} result={result} />
      )}
    </ItemFormPage>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
