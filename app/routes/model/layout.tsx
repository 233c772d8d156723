import { Outlet, useRouteLoaderData } from '@remix-run/react'

import { may } from '#app/auth/permissions.ts'
import type { ShellProps } from '#app/components/shell/types.ts'
import { PageHeader } from '#app/components/ui/page.tsx'
import { Tabs } from '#app/components/ui/tabs.tsx'

const TABS = [
  { to: '/model', label: 'How it works', end: true },
  { to: '/model/formulas', label: 'Formulas' },
  { to: '/model/parameters', label: 'Parameters' },
]
const WITH_REVENUE = [
  { to: '/model/what-if', label: 'What if' },
  { to: '/model/past', label: 'Past rankings' },
  { to: '/model/outcomes', label: 'Proof' },
]

/** The frame of the model's pages; each guards itself. */
export default function Model() {
  const user = useRouteLoaderData<Pick<ShellProps, 'user'>>('routes/_shell/layout')?.user
  const tabs = user && may(user, 'revenue.read') ? [...TABS, ...WITH_REVENUE] : TABS
  return (
    <div className="[--gutter:24px] max-md:[--gutter:16px]">
      <PageHeader title="The model" />
      <Tabs label="The model" tabs={tabs} className="px-(--gutter)" />
      <Outlet />
    </div>
  )
}
