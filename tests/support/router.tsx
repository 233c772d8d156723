import { render, type RenderResult } from '@testing-library/react'
import type { ReactElement } from 'react'
import { createMemoryRouter, RouterProvider, type RouteObject } from 'react-router-dom'

export const FUTURE = {
  v7_fetcherPersist: true,
  v7_normalizeFormMethod: true,
  v7_partialHydration: true,
  v7_relativeSplatPath: true,
  v7_skipActionErrorRevalidation: true,
} as const

/**
 * Renders an element as the page at `path`; `routes` are the other addresses it may lead to, each an element.
 * The router tells where it went: `router.state.location`.
 */
export function renderAt(
  path: string,
  element: ReactElement,
  routes: RouteObject[] = [],
): RenderResult & { router: ReturnType<typeof createMemoryRouter> } {
  const router = createMemoryRouter([...routes, { path: '*', element }], {
    initialEntries: [path],
    future: FUTURE,
  })
  const result = render(<RouterProvider router={router} future={{ v7_startTransition: true }} />)
  return { ...result, router }
}
