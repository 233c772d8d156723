import { act, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { useRailCounts } from '#app/components/shell/use-rail-counts.ts'
import { renderAt } from '#tests/support/router.tsx'

afterEach(() => vi.restoreAllMocks())

const LOADED = { counts: { triage: 14 }, waiting: [], mentions: 0 }

function Page() {
  const { counts } = useRailCounts('platform', LOADED)
  return (
    <>
      <output>{counts.triage}</output>
      <input aria-label="Words" />
    </>
  )
}

function comeBack() {
  act(() => {
    window.dispatchEvent(new Event('focus'))
  })
}

test('who comes back after a while sees fresh counts, and what was typed', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(1_000)
  const asked: string[] = []
  renderAt('/backlog', <Page />, [
    {
      path: '/counts',
      loader: ({ request }) => {
        asked.push(new URL(request.url).search)
        return { counts: { triage: 15 }, waiting: [], mentions: 0 }
      },
    },
  ])
  await userEvent.type(screen.getByLabelText('Words'), 'SSO')
  comeBack()
  expect(asked).toEqual([])

  now.mockReturnValue(31_000)
  comeBack()
  expect(await screen.findByText('15')).toBeVisible()
  expect(screen.getByLabelText('Words')).toHaveValue('SSO')

  comeBack()
  expect(asked).toEqual(['?line=platform'])
})
