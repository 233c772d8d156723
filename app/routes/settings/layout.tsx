import { Outlet } from '@remix-run/react'

import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { Tabs } from '#app/components/ui/tabs.tsx'

const TABS = [
  { to: '/settings', label: 'Organisation', end: true },
  { to: '/settings/product-lines', label: 'Product lines' },
  { to: '/settings/rates', label: 'Plan rates' },
  { to: '/settings/targets', label: 'Answer targets' },
  { to: '/settings/stages', label: 'Stages' },
  { to: '/settings/attributes', label: 'Account attributes' },
]

/** The frame of the settings; each part guards itself. */
export default function Settings() {
  return (
    <>
      <PageHeader title="Settings" />
      <Tabs label="Settings" tabs={TABS} className="px-4 md:px-6" />
      <PageBody width="form">
        <Outlet />
      </PageBody>
    </>
  )
}
