import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { MemoryRouter } from 'react-router-dom'
import { expect, test } from 'vitest'

import { KeptForm } from '#app/components/forms/kept-form.tsx'

const CLOSED = 'REQ-142 can be changed only while it is new in triage.'

function page(closed: string | null, answered = false) {
  return (
    <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <KeptForm
        closed={closed}
        answered={answered}
        instead={{ label: 'Back to the request', to: '/requests/142' }}
      >
        <input aria-label="Words" />
      </KeptForm>
    </MemoryRouter>
  )
}

test('a form that was open stays with what is typed when it closes meanwhile', async () => {
  const { rerender } = render(page(null))
  await userEvent.type(screen.getByLabelText('Words'), 'Not this year.')
  rerender(page(CLOSED))
  expect(screen.getByLabelText('Words')).toHaveValue('Not this year.')
})

test('one that was just sent and refused stays', () => {
  render(page(CLOSED, true))
  expect(screen.getByLabelText('Words')).toBeInTheDocument()
})

test('one that was closed before says why, and where to go', () => {
  render(page(CLOSED))
  expect(screen.getByRole('heading')).toHaveTextContent(CLOSED)
  expect(screen.getByRole('link')).toHaveAttribute('href', '/requests/142')
  expect(screen.queryByLabelText('Words')).not.toBeInTheDocument()
})
