import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { RadioList } from '#app/components/ui/choice-list.tsx'
import { Field, FieldGroup } from '#app/components/ui/field.tsx'
import { Checkbox, Select, TextArea, TextInput } from '#app/components/ui/inputs.tsx'
import { Segmented } from '#app/components/ui/segmented.tsx'

test('a field names its control and describes it by hint and error, in this order', () => {
  render(
    <Field id="amount" label="Amount" hint="In euro." errors={['Write a number above 0.']}>
      <TextInput name="amount" />
    </Field>,
  )
  const input = screen.getByLabelText('Amount')
  expect(input).toHaveAccessibleDescription('In euro. Write a number above 0.')
  expect(input).toBeInvalid()
})

test('a field without hint and error describes nothing', () => {
  render(
    <Field id="name" label="Name" aside="as on the contract">
      <TextInput name="name" />
    </Field>,
  )
  const input = screen.getByLabelText('Name as on the contract')
  expect(input).not.toHaveAttribute('aria-describedby')
  expect(input).toBeValid()
})

test('every error is shown, and a hidden label still names', () => {
  render(
    <Field id="words" label="Words" hideLabel errors={['Too short.', 'No links.']}>
      <TextArea name="words" />
    </Field>,
  )
  expect(screen.getByRole('textbox', { name: 'Words' })).toHaveAccessibleDescription(
    'Too short. No links.',
  )
})

test('what the control says of itself wins over the field', () => {
  render(
    <Field id="line" label="Line">
      <Select name="line" id="other" placeholder="Choose" aria-invalid>
        <option value="1">Platform</option>
      </Select>
    </Field>,
  )
  const select = screen.getByRole('combobox')
  expect(select).toHaveAttribute('id', 'other')
  expect(select).toBeInvalid()
  expect(select).toHaveValue('')
})

test('a group of radios is named by its legend and walked by arrow keys', async () => {
  const user = userEvent.setup()
  render(
    <FieldGroup id="importance" label="Importance" errors={['Choose one.']}>
      <RadioList
        name="importance"
        choices={[
          { value: 'blocker', label: 'Blocker', description: 'Cannot buy' },
          { value: 'major', label: 'Major', description: 'A poor workaround' },
        ]}
      />
    </FieldGroup>,
  )
  const group = screen.getByRole('group', { name: 'Importance' })
  expect(group).toHaveAccessibleDescription('Choose one.')
  const blocker = screen.getByRole('radio', { name: /Blocker Cannot buy/ })
  await user.tab()
  await user.click(blocker)
  expect(blocker).toBeChecked()
  await user.keyboard('{ArrowDown}')
  expect(screen.getByRole('radio', { name: /Major/ })).toBeChecked()
})

test('segments are radios: one is chosen, and the change is told', async () => {
  const chosen: string[] = []
  const user = userEvent.setup()
  render(
    <Segmented
      name="type"
      defaultValue="bug"
      options={[
        { value: 'bug', label: 'Bug' },
        { value: 'question', label: 'Question' },
      ]}
      onChange={(value) => chosen.push(value)}
    />,
  )
  await user.click(screen.getByText('Question'))
  expect(screen.getByRole('radio', { name: 'Bug' })).not.toBeChecked()
  expect(screen.getByRole('radio', { name: 'Question' })).toBeChecked()
  expect(chosen).toEqual(['question'])
})

test('a checkbox is ticked by its label', async () => {
  const user = userEvent.setup()
  render(<Checkbox name="same" label="Same as the parent" />)
  await user.click(screen.getByText('Same as the parent'))
  expect(screen.getByRole('checkbox')).toBeChecked()
})
