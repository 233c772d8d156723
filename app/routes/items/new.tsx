import { getFormProps } from '@conform-to/react'
import { redirect, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'

import { FormErrors } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { CostFields } from '#app/components/items/cost-fields.tsx'
import { ItemFields } from '#app/components/items/item-fields.tsx'
import { RouteError } from '#app/components/route-error.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { createItem } from '#app/domain/items/create-item.server.ts'
import { listItemPlaces } from '#app/domain/items/list-item-places.server.ts'
import { newItemSchema } from '#app/domain/items/new-item-schema.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { SaveOrBack } from './item-form-page.tsx'

export const meta: MetaFunction = () => [{ title: 'New item · Causeway' }]

export const loader = privateLoader('item.edit', async (ctx, { request }) => {
  const slug = new URL(request.url).searchParams.get('line')
  const places = await listItemPlaces(ctx)
  const only = places.lines.length === 1 ? places.lines[0] : undefined
  return { places, line: places.lines.find((line) => line.slug === slug) ?? only ?? null }
})

export const action = privateAction('item.edit', async (ctx, { request }) =>
  handleForm(await request.formData(), newItemSchema, async (value) => {
    const { id } = await createItem(ctx, value)
    return redirect(`/items/${id}`)
  }),
)

export default function NewItem() {
  const { places, line } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  const [form, fields] = useActionForm(newItemSchema, {
    id: 'new-item',
    lastResult: result,
    defaultValue: { productLineId: String(line?.id ?? ''), lane: 'ranked' },
  })
  const costRefused = ['costLow', 'costLikely', 'costHigh', 'costSize'].some(
    (name) => result?.error?.[name],
  )
  return (
    <>
      <PageHeader title="New item" />
      <PageBody width="form">
        <p className="mb-4 text-muted">
          Most items are made in triage, of what a customer asked. This is for what nobody asked for
          yet.
        </p>
        <Form method="post" {...getFormProps(form)}>
          <FormErrors errors={form.errors} id={form.errorId} />
          <ItemFields fields={fields} places={places} />
          <Disclosure
            summary="Cost, when you know it already"
            open={costRefused || undefined}
            className="mt-4"
          >
            <div className="mt-2">
              <CostFields fields={fields} />
            </div>
          </Disclosure>
          <SaveOrBack
            save="Make item"
            back={`/backlog${line === null ? '' : `?line=${line.slug}`}`}
          />
        </Form>
      </PageBody>
    </>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
