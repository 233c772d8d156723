import { redirect, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'

import { FormErrors, FormFoot, HiddenFields, Saved } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button } from '#app/components/ui/button.tsx'
import { Section } from '#app/components/ui/page.tsx'
import { setStageProbabilities } from '#app/domain/organisation/change-settings.server.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { stagesSchema } from '#app/domain/organisation/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { PairRows } from './pair-rows.tsx'

export { revalidateAlsoOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction = () => [{ title: 'Stages · Causeway' }]

const BLANK_ROWS = 3

export const loader = privateLoader('settings.manage', async (ctx) => {
  const { stageProbabilities, version } = await getOrganisation(ctx)
  return {
    version,
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
  const { stages, version } = useLoaderData<typeof loader>()
  return <StagesForm key={version} stages={stages} version={version} />
}

function StagesForm({
  stages,
  version,
}: {
  stages: { stage: string; percent: number }[]
  version: number
}) {
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
        <HiddenFields values={{ version }} />
        <PairRows labels={['Stage', 'Percent']} rows={rows} />
        <FormFoot>
          <Button variant="primary">Save</Button>
          <Saved when={search.has('saved') && !form.errors} />
        </FormFoot>
      </Form>
    </Section>
  )
}
