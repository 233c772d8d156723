import { redirect, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'

import {
  FormErrors,
  FormFoot,
  HiddenFields,
  Saved,
  SelectField,
  TextField,
} from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button } from '#app/components/ui/button.tsx'
import { Section } from '#app/components/ui/page.tsx'
import {
  baseCurrencyIsOpen,
  changeOrganisation,
} from '#app/domain/organisation/change-settings.server.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { organisationSchema } from '#app/domain/organisation/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'
import { timeZones } from '#app/lib/time-zones.ts'

export { revalidateAlsoOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction = () => [{ title: 'Settings · Causeway' }]

export const loader = privateLoader('settings.manage', async (ctx) => {
  const [{ name, timeZone, baseCurrency, version }, currencyIsOpen] = await Promise.all([
    getOrganisation(ctx),
    baseCurrencyIsOpen(ctx),
  ])
  return {
    organisation: { name, timeZone, baseCurrency },
    version,
    currencyIsOpen,
    timeZones: timeZones(),
  }
})

export const action = privateAction('settings.manage', async (ctx, { request }) =>
  handleForm(await request.formData(), organisationSchema, async (input) => {
    await changeOrganisation(ctx, input)
    return redirect('/settings?saved=1')
  }),
)

export default function OrganisationSettings() {
  const { organisation, version, currencyIsOpen, timeZones } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const [form, fields] = useActionForm(organisationSchema, {
    id: 'organisation',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: organisation,
  })
  return (
    <Section title="Organisation">
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
        <FormErrors errors={form.errors} />
        <HiddenFields values={{ version }} />
        <div className="space-y-4">
          <TextField field={fields.name} label="Name" autoComplete="organization" />
          <SelectField
            field={fields.timeZone}
            label="Time zone"
            hint="Decides when a day begins, for renewals, targets and ranks of the day."
            options={timeZones.map((zone) => ({ value: zone, label: zone }))}
          />
          <TextField
            field={fields.baseCurrency}
            label="Base currency"
            readOnly={!currencyIsOpen}
            hint={
              currencyIsOpen
                ? 'All totals are in it. It stays once there are accounts.'
                : 'All totals are in it. It stays, now that there are accounts.'
            }
          />
        </div>
        <FormFoot>
          <Button variant="primary">Save</Button>
          <Saved when={search.has('saved') && !form.errors} />
        </FormFoot>
      </Form>
    </Section>
  )
}
