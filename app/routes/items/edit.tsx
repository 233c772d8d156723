import { getFormProps } from '@conform-to/react'
import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'

import { FormErrors, HiddenFields, TextField } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { ItemFields } from '#app/components/items/item-fields.tsx'
import { RouteError } from '#app/components/route-error.tsx'
import { editItem } from '#app/domain/items/edit-item.server.ts'
import { getItem } from '#app/domain/items/get-item.server.ts'
import { listItemPlaces } from '#app/domain/items/list-item-places.server.ts'
import { itemEditSchema } from '#app/domain/items/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { ItemFormPage, SaveOrBack } from './item-form-page.tsx'
import { backOf, itemIdOf } from './subject.server.ts'

export { revalidateOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction = () => [{ title: 'Edit item · Causeway' }]

export const loader = privateLoader('item.edit', async (ctx, args: LoaderFunctionArgs) => {
  const item = await getItem(ctx, itemIdOf(args))
  return { item, places: await listItemPlaces(ctx, item), back: backOf(args) }
})

export const action = privateAction('item.edit', async (ctx, args) =>
  handleForm(await args.request.formData(), itemEditSchema, async (value) => {
    await editItem(ctx, { itemId: itemIdOf(args), ...value })
    return redirect(backOf(args))
  }),
)

export default function EditItem() {
  const { item, places, back } = useLoaderData<typeof loader>()
  const [form, fields] = useActionForm(itemEditSchema, {
    id: 'edit-item',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: {
      title: item.title,
      description: item.description,
      type: item.type,
      productLineId: String(item.productLineId),
      areaId: String(item.areaId ?? ''),
      ownerId: String(item.ownerId ?? ''),
      lane: item.lane,
      trackerUrl: item.trackerUrl ?? '',
      trackerKey: item.trackerKey ?? '',
    },
  })
  return (
    <ItemFormPage title="Edit item" item={item}>
      <Form method="post" {...getFormProps(form)}>
        <FormErrors errors={form.errors} id={form.errorId} />
        <HiddenFields values={{ version: item.version }} />
        <ItemFields fields={fields} places={places} />
        <div className="mt-4 grid gap-4 sm:grid-cols-[minmax(0,1fr)_160px]">
          <TextField
            field={fields.trackerUrl}
            label="Tracker link"
            aside="optional"
            type="url"
            placeholder="https://"
          />
          <TextField
            field={fields.trackerKey}
            label="Tracker key"
            aside="optional"
            placeholder="PLAT-142"
          />
        </div>
        <SaveOrBack back={back} />
      </Form>
    </ItemFormPage>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
