import { getFormProps, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'

import { FormErrors, FormFoot, SelectField, TextField } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { TeamDot } from '#app/components/team-dot.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { CheckList } from '#app/components/ui/choice-list.tsx'
import { FieldErrors, FieldGroup } from '#app/components/ui/field.tsx'
import { openPollSchema } from '#app/domain/polls/schemas.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { SIGNING_TEAMS, type Team } from '#db/constants.ts'

type OpenPollFormProps = {
  lines: readonly { id: number; name: string }[]
  lineId: number | undefined
  closesOn: IsoDate
  askable: readonly { id: number; name: string; team: Team }[]
  lastResult: SubmissionResult<string[]> | null | undefined
}

/** Which line, until when, and whom of both teams to ask; everybody unless somebody is taken out. */
export function OpenPollForm({ lines, lineId, closesOn, askable, lastResult }: OpenPollFormProps) {
  const [form, fields] = useActionForm(openPollSchema, {
    id: 'open-poll',
    lastResult,
    defaultValue: { productLineId: lineId === undefined ? undefined : String(lineId), closesOn },
  })
  const typed = lastResult?.initialValue?.['people']
  const chosen = lastResult ? [typed ?? []].flat().map(String) : null
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormErrors errors={form.errors} />
      <div className="space-y-4">
        <SelectField
          field={fields.productLineId}
          label="Product line"
          placeholder="Choose a line"
          options={lines.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField field={fields.closesOn} label="Open up to and including" type="date" />
        {SIGNING_TEAMS.map((team) => {
          const own = askable.filter((one) => one.team === team)
          return (
            <FieldGroup
              key={team}
              id={`people-${team}`}
              label={<TeamDot team={team} />}
              aside="at least two"
            >
              <CheckList
                name={fields.people.name}
                defaultValues={chosen ?? own.map(({ id }) => String(id))}
                choices={own.map(({ id, name }) => ({ value: String(id), label: name }))}
              />
            </FieldGroup>
          )
        })}
        <FieldErrors id={fields.people.errorId} errors={fields.people.errors} />
      </div>
      <FormFoot>
        <Button variant="primary">Open the poll</Button>
        <ButtonLink variant="quiet" to="/profiles">
          Cancel
        </ButtonLink>
      </FormFoot>
    </Form>
  )
}
