import { act, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { UndoBar } from '#app/components/ui/undo-bar.tsx'
import { renderAt } from '#tests/support/router.tsx'

afterEach(() => vi.useRealTimers())

test('undoing posts what was done', async () => {
  const posted: Array<[string, string]> = []
  renderAt(
    '/triage',
    <UndoBar action="/triage/undo" fields={{ decision: '7' }}>
      REQ-161 linked to ITEM-1
    </UndoBar>,
    [
      {
        path: '/triage/undo',
        action: async ({ request }) => {
          for (const [name, value] of await request.formData()) posted.push([name, String(value)])
          return null
        },
        element: <p>undone</p>,
      },
    ],
  )
  expect(screen.getByRole('status')).toHaveTextContent('REQ-161 linked to ITEM-1')
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(await screen.findByText('undone')).toBeInTheDocument()
  expect(posted).toEqual([['decision', '7']])
})

test('the bar counts down and leaves after its time', () => {
  vi.useFakeTimers()
  renderAt(
    '/triage',
    <UndoBar action="/undo" fields={{}} seconds={2}>
      Done
    </UndoBar>,
  )
  expect(screen.getByText('2 s')).toBeInTheDocument()
  act(() => void vi.advanceTimersByTime(1000))
  expect(screen.getByText('1 s')).toBeInTheDocument()
  act(() => void vi.advanceTimersByTime(1000))
  expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument()
})
