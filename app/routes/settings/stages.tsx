import { redirect, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'

import { FormErrors, FormFoot, Saved } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button } from '#app/components/ui/button.tsx'
import { Section } from '#app/components/ui/page.tsx'
import { setStageProbabilities } from '#app/domain/organisation/change-settings.server.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { stagesSchema } from '#app/domain/organisation/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { PairRows } from './pair-rows.tsx'

export const meta: MetaFunction = () => [{ title: 'Stages · Causeway' }]

const BLANK_ROWS = 3

export const loader = privateLoader('settings.manage', async (ctx) => {
  const { stageProbabilities } = await getOrganisation(ctx)
  return {
    stages: Object.entries(stageProbabilities).map(([stage, percent]) => ({ stage, percent })),
  }
})

export const action = privateAction('settings.manage', async (ctx, { request }) =>
  handleForm(await request.formData(), stagesSchema, async (input) => {
    await setStageProbabilities(ctx, input)
    return redirect('/settings/stages?saved=1')
  }),
)

export default function Stages() {
  const { stages } = useLoaderData<typeof loader>()
  return <StagesForm key={JSON.stringify(stages)} stages={stages} />
}

function StagesForm({ stages }: { stages: { stage: string; percent: number }[] }) {
  const [search] = useSearchParams()
  const blank = Array.from({ length: BLANK_ROWS }, () => ({}))
  const [form, fields] = useActionForm(stagesSchema, {
    id: 'stages',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { stages: [...stages, ...blank] },
  })
  const rows = fields.stages.getFieldList().map((row) => {
    const { stage, percent } = row.getFieldset()
    return { key: row.id, first: stage, second: percent }
  })
  return (
    <Section title="Probability of a stage">
      <p className="mb-3 text-body text-muted">
        Counts for an opportunity that has a stage and no probability of its own. Empty a row to
        leave it out.
      </p>
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
        <FormErrors errors={form.errors} />
        <PairRows labels={['Stage', 'Percent']} rows={rows} />
        <FormFoot>
          <Button variant="primary">Save</Button>
          <Saved when={search.has('saved') && !form.errors} />
        </FormFoot>
      </Form>
    </Section>
  )
}
