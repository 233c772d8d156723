import { act, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { RouteError } from '#app/components/route-error.tsx'
import { renderAt } from '#tests/support/router.tsx'

// The router reports whatever reaches a boundary; here that is the point.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))

async function renderRefused(thrown: unknown) {
  const { router } = renderAt('/', <p>fine</p>, [
    {
      path: '/broken',
      loader: () => {
        throw thrown
      },
      element: <p>never</p>,
      errorElement: <RouteError requestId="r-17" />,
    },
  ])
  await act(() => router.navigate('/broken'))
  return screen.getByRole('alert')
}

test.each([
  [403, 'Only managers of Product publish.', 'This is not open to you'],
  [404, 'ITEM-9 does not exist.', 'There is nothing here'],
  [409, 'Ada linked it a minute ago.', 'Someone was quicker'],
  [422, 'The date lies in the year 202.', 'This cannot be done'],
])('%d is shown in the words of the refusal', async (status, message, title) => {
  const panel = await renderRefused(new Response(message, { status }))
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(title)
  expect(panel).toHaveTextContent(message)
  expect(panel).not.toHaveTextContent('r-17')
})

test('a bug is shown without its details, with the number of the request', async () => {
  const panel = await renderRefused(new Error('relation "people" does not exist'))
  expect(panel).toHaveTextContent('Something broke on our side')
  expect(panel).toHaveTextContent('r-17')
  expect(panel).not.toHaveTextContent('relation')
})

test("the router's own words for an unknown address are not shown", async () => {
  const panel = await renderRefused(
    new Response('Error: No route matches URL "/broken"', { status: 404 }),
  )
  expect(panel).toHaveTextContent('It may have been merged or moved')
})
