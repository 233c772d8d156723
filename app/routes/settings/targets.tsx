import { redirect, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'

import {
  FormErrors,
  FormFoot,
  HiddenFields,
  Saved,
  TextField,
} from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button } from '#app/components/ui/button.tsx'
import { Section } from '#app/components/ui/page.tsx'
import { setResponseTargets } from '#app/domain/organisation/change-settings.server.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { responseTargetsSchema } from '#app/domain/organisation/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

export { revalidateAlsoOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction = () => [{ title: 'Answer targets · Causeway' }]

export const loader = privateLoader('settings.manage', async (ctx) => {
  const { responseTargets, version } = await getOrganisation(ctx)
  return { targets: responseTargets, version }
})

export const action = privateAction('settings.manage', async (ctx, { request }) =>
  handleForm(await request.formData(), responseTargetsSchema, async (input) => {
    await setResponseTargets(ctx, input)
    return redirect('/settings/targets?saved=1')
  }),
)

export default function Targets() {
  const { targets, version } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const [form, fields] = useActionForm(responseTargetsSchema, {
    id: 'targets',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: targets,
  })
  return (
    <Section title="Working days until the first answer">
      <p className="mb-3 text-body text-muted">
        By the importance of the request. Holds for requests that are submitted from now on.
      </p>
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
        <FormErrors errors={form.errors} />
        <HiddenFields values={{ version }} />
        <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-4">
          <TextField field={fields.blocker} label="Blocker" inputMode="numeric" />
          <TextField field={fields.critical} label="Critical" inputMode="numeric" />
          <TextField field={fields.major} label="Major" inputMode="numeric" />
          <TextField field={fields.minor} label="Minor" inputMode="numeric" />
        </div>
        <FormFoot>
          <Button variant="primary">Save</Button>
          <Saved when={search.has('saved') && !form.errors} />
        </FormFoot>
      </Form>
    </Section>
  )
}
