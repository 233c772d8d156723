import { getFormProps } from '@conform-to/react'
import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'

import { FormErrors, HiddenFields } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { CostFields } from '#app/components/items/cost-fields.tsx'
import { RouteError } from '#app/components/route-error.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { estimateCost } from '#app/domain/items/estimate-cost.server.ts'
import { getItem } from '#app/domain/items/get-item.server.ts'
import { estimateSchema } from '#app/domain/items/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { ItemFormPage, SaveOrBack } from './item-form-page.tsx'
import { backOf, itemIdOf } from './subject.server.ts'

export { revalidateOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction = () => [{ title: 'Estimate cost · Causeway' }]

export const loader = privateLoader('item.edit', async (ctx, args: LoaderFunctionArgs) => ({
  item: await getItem(ctx, itemIdOf(args)),
  back: backOf(args),
}))

export const action = privateAction('item.edit', async (ctx, args) =>
  handleForm(await args.request.formData(), estimateSchema, async (value) => {
    await estimateCost(ctx, { itemId: itemIdOf(args), ...value })
    return redirect(backOf(args))
  }),
)

export default function EstimateCost() {
  const { item, back } = useLoaderData<typeof loader>()
  const [form, fields] = useActionForm(estimateSchema, {
    id: 'estimate-cost',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: {
      costLow: item.costLow ?? undefined,
      costLikely: item.costLikely ?? undefined,
      costHigh: item.costHigh ?? undefined,
      costSize: item.costSize ?? undefined,
    },
  })
  return (
    <ItemFormPage title="Estimate cost" item={item}>
      {item.wide ? (
        <Callout tone="watch" className="mb-4" title="Split this item.">
          Low and high are so far apart that the estimate says little. Two smaller items can be
          estimated, ranked and shipped one after the other.
        </Callout>
      ) : null}
      <Form method="post" {...getFormProps(form)}>
        <FormErrors errors={form.errors} id={form.errorId} />
        <HiddenFields values={{ version: item.version }} />
        <CostFields fields={fields} />
        <SaveOrBack back={back} />
      </Form>
    </ItemFormPage>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
