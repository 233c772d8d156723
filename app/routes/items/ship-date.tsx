import { getFormProps } from '@conform-to/react'
import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'

import { FormErrors, HiddenFields, SelectField, TextField } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { CONFIDENCE_OPTIONS } from '#app/components/items/options.ts'
import { RouteError } from '#app/components/route-error.tsx'
import { shipDateSchema } from '#app/domain/items/schemas.ts'
import { getItem } from '#app/domain/items/get-item.server.ts'
import { setShipDate } from '#app/domain/items/set-ship-date.server.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'
import { quartersFrom } from '#app/lib/quarters.ts'

import { ItemFormPage, SaveOrBack } from './item-form-page.tsx'
import { backOf, itemIdOf } from './subject.server.ts'

export { revalidateOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

const QUARTERS_AHEAD = 9

export const meta: MetaFunction = () => [{ title: 'Set ship date · Causeway' }]

export const loader = privateLoader('item.edit', async (ctx, args: LoaderFunctionArgs) => {
  const item = await getItem(ctx, itemIdOf(args))
  const ahead = quartersFrom(await getToday(ctx), QUARTERS_AHEAD)
  const present = item.shipQuarter === null ? [] : [item.shipQuarter]
  return { item, quarters: [...new Set([...present, ...ahead])], back: backOf(args) }
})

export const action = privateAction('item.edit', async (ctx, args) =>
  handleForm(await args.request.formData(), shipDateSchema, async (value) => {
    await setShipDate(ctx, { itemId: itemIdOf(args), ...value })
    return redirect(backOf(args))
  }),
)

export default function SetShipDate() {
  const { item, quarters, back } = useLoaderData<typeof loader>()
  const [form, fields] = useActionForm(shipDateSchema, {
    id: 'set-ship-date',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: {
      shipsOn: item.shipQuarter === null ? (item.shipsOn ?? '') : '',
      shipQuarter: item.shipQuarter ?? '',
      shipConfidence: item.shipConfidence ?? '',
    },
  })
  return (
    <ItemFormPage title="Set ship date" item={item}>
      <Form method="post" {...getFormProps(form)}>
        <FormErrors errors={form.errors} id={form.errorId} />
        <HiddenFields values={{ version: item.version }} />
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            field={fields.shipQuarter}
            label="Quarter"
            options={quarters.map((quarter) => ({ value: quarter, label: quarter }))}
            placeholder="None"
          />
          <TextField field={fields.shipsOn} label="Or a day" type="date" />
        </div>
        <SelectField
          field={fields.shipConfidence}
          label="Confidence"
          options={CONFIDENCE_OPTIONS}
          placeholder="Choose"
          className="mt-4"
          hint="Leave all three empty to take the date off. Every change stays in the item's history."
        />
        <SaveOrBack back={back} />
      </Form>
    </ItemFormPage>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
