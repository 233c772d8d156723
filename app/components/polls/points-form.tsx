import { getFormProps, type SubmissionResult } from '@conform-to/react'
import { Form, Link, useFetcher } from '@remix-run/react'
import { useState } from 'react'
import { z } from 'zod'

import { FormErrors, FormFoot } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button } from '#app/components/ui/button.tsx'
import { FieldErrors } from '#app/components/ui/field.tsx'
import { pointsLeftText, pointsSchema } from '#app/domain/polls/schemas.ts'
import { sum } from '#app/lib/numbers.ts'

import { PointsRow } from './points-row.tsx'

type Reply = { result: SubmissionResult<string[]> | null }

type PointsFormProps = {
  criteria: readonly { id: number; label: string; points: number }[]
  lastResult: SubmissionResult<string[]> | null | undefined
  backHref: string
}

const sentSchema = z.object({ points: z.array(z.object({ points: z.string().catch('') })) })

/** What was typed into a form that was refused; without JavaScript the page comes anew with that. */
function typedPoints(lastResult: PointsFormProps['lastResult']): string[] | null {
  const sent = sentSchema.safeParse(lastResult?.initialValue)
  return sent.success ? sent.data.points.map(({ points }) => points) : null
}

/** 100 points over the criteria, with what is left to give; every change is kept at once. */
export function PointsForm({ criteria, lastResult, backHref }: PointsFormProps) {
  const keeper = useFetcher<Reply>()
  const [form, fields] = useActionForm(pointsSchema, { id: 'points', lastResult })
  const sent = typedPoints(lastResult)
  const [typed, setTyped] = useState(() =>
    criteria.map(({ points }, i) => sent?.[i] ?? String(points)),
  )
  const total = sum(typed.map((one) => Number(one) || 0))

  function change(index: number, value: string) {
    const next = typed.map((one, i) => (i === index ? value : one))
    setTyped(next)
    const draft = new FormData()
    draft.set('intent', 'save')
    criteria.forEach(({ id }, i) => {
      draft.set(`points[${i}].criterionId`, String(id))
      draft.set(`points[${i}].points`, next[i] ?? '')
    })
    keeper.submit(draft, { method: 'post' })
  }

  const rows = fields.points.getFieldList()
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormErrors errors={form.errors ?? keeper.data?.result?.error?.[''] ?? undefined} />
      <ul className="divide-y border-y">
        {criteria.map(({ id, label }, index) => (
          <li key={id} className="py-1.5">
            <input type="hidden" name={`points[${index}].criterionId`} value={id} />
            <PointsRow
              id={`points-${id}`}
              name={`points[${index}].points`}
              label={label}
              value={typed[index] ?? ''}
              onChange={(value) => change(index, value)}
              errors={rows[index]?.getFieldset().points.errors}
            />
          </li>
        ))}
      </ul>
      <p role="status" className={`pt-2 ${total === 100 ? 'text-good' : 'text-watch'}`}>
        {pointsLeftText(total)}
      </p>
      <FieldErrors id={fields.points.errorId} errors={fields.points.errors} />
      <p className="pt-1 text-small text-muted">
        <Link to="?split=even" preventScrollReset className="underline">
          Give all the same
        </Link>{' '}
        to start with, then move what you find more or less important.
      </p>
      <FormFoot>
        <Button variant="primary" name="intent" value="send">
          Send my answers
        </Button>
        <Button name="intent" value="save" formNoValidate>
          Save for later
        </Button>
        <Link to={backHref} className="text-small text-muted underline">
          Back to the accounts
        </Link>
      </FormFoot>
      <p className="pt-2 text-small text-muted">
        What you send is final. Nobody sees your answers, only the means of both teams once the poll
        is closed.
      </p>
    </Form>
  )
}
