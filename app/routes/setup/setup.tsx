import { redirect, type ActionFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'

import { publicContext } from '#app/auth/guards.server.ts'
import { startSession } from '#app/auth/lucia.server.ts'
import { FormErrors, FormFoot, SelectField, TextField } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button } from '#app/components/ui/button.tsx'
import { createFirstAdmin } from '#app/domain/people/create-first-admin.server.ts'
import { hasPeople } from '#app/domain/people/issue-setup-code.server.ts'
import { firstAdminSchema } from '#app/domain/people/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { limitSecret } from '#app/http/limits.server.ts'
import { publicRoute } from '#app/http/route.server.ts'
import { currencyCodes } from '#app/lib/currencies.ts'
import { timeZones } from '#app/lib/time-zones.ts'

export const meta: MetaFunction = () => [{ title: 'First start · Causeway' }]

export async function loader() {
  if (await hasPeople(publicContext())) throw redirect('/login')
  return { timeZones: timeZones(), currencies: currencyCodes() }
}

export const action = publicRoute(async ({ request, context }: ActionFunctionArgs) =>
  handleForm(
    await request.formData(),
    firstAdminSchema,
    async (input) => {
      await limitSecret(context.ip)
      const admin = await createFirstAdmin(publicContext(), input)
      const cookie = await startSession(admin.id, request.headers.get('cookie') ?? '')
      return redirect('/people/invite', { headers: { 'Set-Cookie': cookie } })
    },
    ['password'],
  ),
)

export default function Setup() {
  const { timeZones, currencies } = useLoaderData<typeof loader>()
  const [form, fields] = useActionForm(firstAdminSchema, {
    id: 'setup',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { baseCurrency: 'EUR', timeZone: 'Europe/Berlin' },
  })
  return (
    <>
      <h1>First start</h1>
      <p className="mt-1 mb-4 text-body text-muted">
        Nobody is here yet. You become the first admin; everybody else comes by invitation.
      </p>
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
        <FormErrors errors={form.errors} />
        <div className="space-y-4">
          <TextField
            field={fields.code}
            label="One-time code"
            hint="The server printed it when it started."
            autoComplete="one-time-code"
            spellCheck={false}
            autoFocus
          />
          <TextField field={fields.name} label="Your name" autoComplete="name" />
          <TextField
            field={fields.email}
            label="Your e-mail"
            type="email"
            autoComplete="username"
          />
          <TextField
            field={fields.password}
            label="Password"
            type="password"
            hint="At least 10 characters."
            autoComplete="new-password"
          />
          <TextField field={fields.organisation} label="Organisation" autoComplete="organization" />
          <TextField
            field={fields.productLine}
            label="First product line"
            hint="More can follow in the settings."
          />
          <div className="grid grid-cols-2 items-start gap-3">
            <TextField
              field={fields.baseCurrency}
              label="Base currency"
              hint="Stays once there are accounts."
              list="currencies"
            />
            <SelectField
              field={fields.timeZone}
              label="Time zone"
              options={timeZones.map((zone) => ({ value: zone, label: zone }))}
            />
          </div>
          <datalist id="currencies">
            {currencies.map((code) => (
              <option key={code} value={code} />
            ))}
          </datalist>
        </div>
        <FormFoot>
          <Button variant="primary">Start</Button>
        </FormFoot>
      </Form>
    </>
  )
}
