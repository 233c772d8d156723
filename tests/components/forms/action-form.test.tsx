import type { SubmissionResult } from '@conform-to/react'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

import {
  FormErrors,
  HiddenFields,
  SelectField,
  TextAreaField,
  TextField,
} from '#app/components/forms/fields.tsx'
import { answerTo, useActionForm } from '#app/components/forms/use-action-form.ts'
import { line } from '#app/lib/fields.ts'
import { renderAt } from '#tests/support/router.tsx'

const schema = z.object({
  name: line('Enter a name.', 20),
  team: z.enum(['cs', 'product'], { error: 'Choose a team.' }),
  note: line('Write a note.', 20).optional(),
})

function Sample({ lastResult }: { lastResult?: SubmissionResult<string[]> | null }) {
  const [form, fields] = useActionForm(schema, { id: 'sample', lastResult })
  return (
    <form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
      <FormErrors errors={form.errors} />
      <HiddenFields values={{ intent: 'sample', personId: 3 }} />
      <TextField field={fields.name} label="Name" hint="As in the letter." />
      <SelectField
        field={fields.team}
        label="Team"
        placeholder="Choose"
        options={[
          { value: 'cs', label: 'CS' },
          { value: 'product', label: 'Product' },
        ]}
      />
      <TextAreaField field={fields.note} label="Note" />
      <button>Save</button>
    </form>
  )
}

describe('a form with the schema of its action', () => {
  test('says what is missing beside each field and moves the focus to the first', async () => {
    const person = userEvent.setup()
    renderAt('/', <Sample />)
    await person.click(screen.getByRole('button', { name: 'Save' }))
    const name = screen.getByLabelText('Name')
    expect(name).toHaveFocus()
    expect(name).toBeInvalid()
    expect(name).toHaveAccessibleDescription('As in the letter. Enter a name.')
    expect(screen.getByLabelText('Team')).toHaveAccessibleDescription('Choose a team.')
    expect(screen.getByLabelText('Note')).toBeValid()
  })

  test('takes a complaint back while it is being mended', async () => {
    const person = userEvent.setup()
    renderAt('/', <Sample />)
    await person.click(screen.getByRole('button', { name: 'Save' }))
    await person.type(screen.getByLabelText('Name'), 'Ada')
    expect(screen.getByLabelText('Name')).toBeValid()
  })

  test('shows what the action refused, with everything that was typed', () => {
    const lastResult: SubmissionResult<string[]> = {
      status: 'error',
      initialValue: { name: 'Ada', team: 'cs', note: 'Hello' },
      error: { '': ['Somebody was quicker.'], name: ['This name is taken.'] },
    }
    renderAt('/', <Sample lastResult={lastResult} />)
    expect(screen.getByRole('alert')).toHaveTextContent('Somebody was quicker.')
    expect(screen.getByLabelText('Name')).toHaveAccessibleDescription(
      'As in the letter. This name is taken.',
    )
    expect(screen.getByLabelText('Name')).toHaveValue('Ada')
    expect(screen.getByLabelText('Team')).toHaveValue('cs')
    expect(screen.getByLabelText('Note')).toHaveValue('Hello')
  })
})

describe('answerTo', () => {
  const result: SubmissionResult<string[]> = {
    status: 'error',
    initialValue: { intent: 'rename-area', areaId: '3', name: 'x' },
    error: { name: ['Taken.'] },
  }

  test('gives the answer to the form that was sent, and to no other of the page', () => {
    expect(answerTo(result, { intent: 'rename-area', areaId: 3 })).toBe(result)
    expect(answerTo(result, { intent: 'rename-area', areaId: 4 })).toBeNull()
    expect(answerTo(result, { intent: 'archive-area', areaId: 3 })).toBeNull()
    expect(answerTo(undefined, { intent: 'rename-area' })).toBeNull()
    expect(answerTo(null, {})).toBeNull()
  })
})
