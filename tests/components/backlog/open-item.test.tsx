import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createMemoryRouter, Link, Outlet, RouterProvider } from 'react-router-dom'
import { expect, test } from 'vitest'

import { useOpenItem } from '#app/routes/backlog/use-open-item.ts'
import { FUTURE } from '#tests/support/router.tsx'

function Backlog() {
  const openId = useOpenItem()
  return (
    <>
      <p>open: {openId ?? 'none'}</p>
      <Link to="/backlog/items/17">ITEM-17</Link>
      <Link to="/backlog">Close</Link>
      <Link to="/elsewhere">Elsewhere</Link>
      <Outlet />
    </>
  )
}

/** The backlog at an address; no other page of it ever answers. */
function renderAt(path: string) {
  const never = () => new Promise<null>(() => undefined)
  const router = createMemoryRouter(
    [
      {
        id: 'backlog',
        path: '/backlog',
        loader: never,
        element: <Backlog />,
        children: [{ id: 'item', path: 'items/:id', loader: never, element: <p>panel</p> }],
      },
      { path: '/elsewhere', loader: never, element: null },
    ],
    {
      initialEntries: [path],
      future: FUTURE,
      hydrationData: { loaderData: { backlog: null, item: null } },
    },
  )
  render(<RouterProvider router={router} future={{ v7_startTransition: true }} />)
  return userEvent.setup()
}

test('an item is open with the click, before its panel is there', async () => {
  const user = renderAt('/backlog')
  expect(screen.getByText('open: none')).toBeInTheDocument()
  await user.click(screen.getByRole('link', { name: 'ITEM-17' }))
  expect(await screen.findByText('open: 17')).toBeInTheDocument()
  expect(screen.queryByText('panel')).toBeNull()
})

test('it is closed with the click, and stays open while another page is on its way', async () => {
  const user = renderAt('/backlog/items/4')
  await user.click(screen.getByRole('link', { name: 'Elsewhere' }))
  expect(screen.getByText('open: 4')).toBeInTheDocument()
  await user.click(screen.getByRole('link', { name: 'Close' }))
  expect(await screen.findByText('open: none')).toBeInTheDocument()
})
