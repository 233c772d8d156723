import { Outlet } from '@remix-run/react'

import { RouteError } from '#app/components/route-error.tsx'

/** Stands between the frame and its pages, so that a page that fails keeps the rail beside it. */
export default function Page() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <RouteError />
}
