import type { SubmissionResult } from '@conform-to/react'
import { Form, useSearchParams } from '@remix-run/react'

import { FormErrors, HiddenFields, SelectField, TextField } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button } from '#app/components/ui/button.tsx'
import { healthSchema } from '#app/domain/accounts/schemas.ts'
import { HEALTH_COLOURS, type HealthColour } from '#db/constants.ts'

import { accountHref } from './account-href.ts'
import { HEALTH_WORDS } from './words.ts'

/** How an account is, by score or by colour. */
export function HealthForm({
  accountId,
  version,
  score,
  colour,
  result,
}: {
  accountId: number
  version: number
  score: number | null
  colour: HealthColour | null
  result?: SubmissionResult<string[]>
}) {
  const [search] = useSearchParams()
  const [form, fields] = useActionForm(healthSchema, {
    id: 'health',
    lastResult: result,
    defaultValue: { healthScore: score ?? undefined, healthColour: colour ?? undefined },
  })
  return (
    <Form
      method="post"
      action={accountHref(search, accountId, '/health')}
      id={form.id}
      onSubmit={form.onSubmit}
      noValidate
      className="space-y-3"
    >
      <HiddenFields values={{ version }} />
      <FormErrors errors={form.errors} />
      <TextField
        field={fields.healthScore}
        label="Score"
        aside="0 to 100"
        inputMode="numeric"
        autoComplete="off"
        hint="Green from 70, yellow from 40, red below. Wins over the colour."
      />
      <SelectField
        field={fields.healthColour}
        label="Colour"
        placeholder="Unknown"
        options={HEALTH_COLOURS.map((value) => ({ value, label: HEALTH_WORDS[value] }))}
      />
      <Button variant="primary">Save health</Button>
    </Form>
  )
}
