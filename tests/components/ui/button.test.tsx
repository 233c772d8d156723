import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { Button } from '#app/components/ui/button.tsx'
import { IconButton } from '#app/components/ui/icon-button.tsx'

test('a button submits its form', async () => {
  const submitted = vi.fn((event: React.FormEvent) => event.preventDefault())
  render(
    <form onSubmit={submitted}>
      <Button>Save</Button>
    </form>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(submitted).toHaveBeenCalledTimes(1)
})

test('a busy button keeps the focus and refuses a second press', async () => {
  const submitted = vi.fn((event: React.FormEvent) => event.preventDefault())
  render(
    <form onSubmit={submitted}>
      <Button busy>Saving</Button>
    </form>,
  )
  const button = screen.getByRole('button', { name: 'Saving' })
  await userEvent.click(button)
  expect(button).toHaveFocus()
  expect(button).toHaveAttribute('aria-disabled', 'true')
  expect(submitted).not.toHaveBeenCalled()
})

test('an icon button has a name', () => {
  render(<IconButton label="Export" icon={<svg />} />)
  expect(screen.getByRole('button', { name: 'Export' })).toHaveAttribute('title', 'Export')
})
