import { Outlet } from '@remix-run/react'

import { Mark } from '#app/components/shell/mark.tsx'

/** The plain page of whoever is not signed in: one narrow column, the product's name above it. */
export default function Door() {
  return (
    <main
      id="main"
      className="mx-auto flex min-h-dvh w-full max-w-[400px] flex-col px-5 pt-[12vh] pb-10"
    >
      <p className="mb-6 flex items-center gap-2.5 text-head font-strong">
        <Mark /> Causeway
      </p>
      <Outlet />
    </main>
  )
}
