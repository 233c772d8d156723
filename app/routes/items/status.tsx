import { getFormProps } from '@conform-to/react'
import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'

import { FormErrors, HiddenFields, TextAreaField } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { RouteError } from '#app/components/route-error.tsx'
import { StatusDisc } from '#app/components/status-disc.tsx'
import { RadioList } from '#app/components/ui/choice-list.tsx'
import { FieldGroup } from '#app/components/ui/field.tsx'
import { changeStatus } from '#app/domain/items/change-status.server.ts'
import { getItem } from '#app/domain/items/get-item.server.ts'
import { statusSchema } from '#app/domain/items/schemas.ts'
import { standsAt, STEP_LABELS, stepOf, STEPS, type Step } from '#app/domain/items/words.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { ItemFormPage, SaveOrBack } from './item-form-page.tsx'
import { backOf, itemIdOf } from './subject.server.ts'

export { revalidateOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction = () => [{ title: 'Change status · Causeway' }]

export const loader = privateLoader('item.edit', async (ctx, args: LoaderFunctionArgs) => ({
  item: await getItem(ctx, itemIdOf(args)),
  back: backOf(args),
}))

export const action = privateAction('item.edit', async (ctx, args) =>
  handleForm(await args.request.formData(), statusSchema, async (value) => {
    await changeStatus(ctx, { itemId: itemIdOf(args), ...value })
    return redirect(backOf(args))
  }),
)

const MEANINGS: Readonly<Partial<Record<Step, string>>> = {
  shipped: 'Leaves the ranking. Each CSM is asked whether it solved the need.',
  declined: 'Leaves the ranking. The need stays with the accounts until they accept the no.',
}

export default function ChangeStatus() {
  const { item, back } = useLoaderData<typeof loader>()
  const present = stepOf(item)
  const [form, fields] = useActionForm(statusSchema, {
    id: 'change-status',
    lastResult: useActionData<typeof action>()?.result,
  })
  return (
    <ItemFormPage title="Change status" item={item}>
      <Form method="post" {...getFormProps(form)}>
        <FormErrors errors={form.errors} id={form.errorId} />
        <HiddenFields values={{ version: item.version }} />
        <FieldGroup
          id={fields.to.id}
          label="Status"
          aside={`is ${STEP_LABELS[present].toLowerCase()}`}
          errors={fields.to.errors}
        >
          <RadioList
            name={fields.to.name}
            defaultValue={fields.to.initialValue}
            choices={STEPS.map((step) => ({
              value: step,
              label: <StatusDisc {...standsAt(step)} />,
              description: MEANINGS[step],
              aside: standsAt(step).status === 'planned' ? 'planned' : null,
              disabled: step === present,
            }))}
          />
        </FieldGroup>
        <TextAreaField
          field={fields.reason}
          label="Why"
          hint="Stays with the item. Every CSM whose account asked for it reads this."
          className="mt-4"
        />
        <SaveOrBack back={back} />
      </Form>
    </ItemFormPage>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
