import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'

import { PointsForm } from '#app/components/polls/points-form.tsx'
import { RatingButtons } from '#app/components/polls/rating-buttons.tsx'
import { renderAt } from '#tests/support/router.tsx'

const CRITERIA = [
  { id: 7, label: 'Sector', points: 60 },
  { id: 8, label: 'Size', points: 0 },
]

/** The page of points; what it keeps and sends is in `sent`, in order. */
function renderPoints() {
  const sent: Record<string, string>[] = []
  const action = async ({ request }: { request: Request }) => {
    const fields = [...(await request.formData())].map(([name, value]) => [name, String(value)])
    sent.push(Object.fromEntries(fields) as Record<string, string>)
    return { result: null }
  }
  const element = <PointsForm criteria={CRITERIA} lastResult={null} backHref="/polls/3" />
  renderAt('/polls/3/points', element, [{ path: '/polls/3/points', element, action }])
  return sent
}

test('the points that are left are told, and every step is kept at once', async () => {
  const keys = userEvent.setup()
  const sent = renderPoints()
  expect(screen.getByRole('status')).toHaveTextContent('40 of 100 points are left to give.')
  await keys.click(screen.getByRole('button', { name: 'Size: 5 more' }))
  expect(screen.getByRole('spinbutton', { name: 'Size' })).toHaveValue(5)
  expect(screen.getByRole('status')).toHaveTextContent('35 of 100 points are left to give.')
  await waitFor(() =>
    expect(sent.at(-1)).toEqual({
      intent: 'save',
      'points[0].criterionId': '7',
      'points[0].points': '60',
      'points[1].criterionId': '8',
      'points[1].points': '5',
    }),
  )
})

test('points that do not add up are told beside them and not sent', async () => {
  const keys = userEvent.setup()
  const sent = renderPoints()
  const box = screen.getByRole('spinbutton', { name: 'Size' })
  await keys.clear(box)
  await keys.type(box, '50')
  expect(screen.getByRole('status')).toHaveTextContent('10 points too many: take some away.')
  await keys.click(screen.getByRole('button', { name: 'Send my answers' }))
  expect(await screen.findAllByText('10 points too many: take some away.')).toHaveLength(2)
  await keys.click(screen.getByRole('button', { name: 'Size: 5 fewer' }))
  await keys.click(screen.getByRole('button', { name: 'Size: 5 fewer' }))
  await keys.click(screen.getByRole('button', { name: 'Send my answers' }))
  await waitFor(() => expect(sent.map(({ intent }) => intent)).toContain('send'))
})

test('points that were refused are still there without JavaScript', () => {
  const lastResult = {
    status: 'error' as const,
    initialValue: {
      points: [
        { criterionId: '7', points: '50' },
        { criterionId: '8', points: '' },
      ],
    },
  }
  const form = <PointsForm criteria={CRITERIA} lastResult={lastResult} backHref="/polls/3" />
  renderAt('/polls/3/points', form)
  expect(screen.getByRole('spinbutton', { name: 'Sector' })).toHaveValue(50)
  expect(screen.getByRole('spinbutton', { name: 'Size' })).toHaveValue(null)
})

test('a rating is one press, says what was answered, and waits while one is on its way', async () => {
  const keys = userEvent.setup()
  const pressed: (string | null)[] = []
  const page = (busy: boolean) => (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const { submitter } = event.nativeEvent as SubmitEvent
        pressed.push(submitter?.getAttribute('value') ?? null)
      }}
    >
      <RatingButtons question="How close is it?" rating={2} busy={busy} />
    </form>
  )
  const { unmount } = renderAt('/polls/3', page(false))
  expect(screen.getByRole('button', { name: 'Hardly', pressed: true })).toBeVisible()
  const best = screen.getByRole('button', { name: 'Exactly whom we want' })
  expect(best).toHaveAttribute('aria-keyshortcuts', '5')
  best.focus()
  await keys.keyboard('{Enter}')
  await keys.click(screen.getByRole('button', { name: 'I do not know this account' }))
  expect(pressed).toEqual(['5', 'unknown'])
  unmount()
  renderAt('/polls/3', page(true))
  await keys.click(screen.getByRole('button', { name: 'Mostly' }))
  expect(pressed).toHaveLength(2)
})
