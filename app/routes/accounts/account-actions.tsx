import { Form } from '@remix-run/react'
import { Ellipsis } from 'lucide-react'

import { HealthForm } from '#app/components/accounts/health-form.tsx'
import { HiddenFields } from '#app/components/forms/fields.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Menu, MenuButton, MenuLink } from '#app/components/ui/menu.tsx'
import { Popover } from '#app/components/ui/popover.tsx'
import type { AccountPage } from '#app/domain/accounts/account-page.ts'

/** What the reader may do with the account. */
export function AccountActions({ page, maySubmit }: { page: AccountPage; maySubmit: boolean }) {
  const { summary, version, archivedAt, may } = page
  const base = `/accounts/${summary.id}`
  return (
    <>
      {may.edit ? (
        <Popover key={version} align="end" className="w-72 p-3" trigger="Set health">
          <div data-stays="">
            <HealthForm
              accountId={summary.id}
              version={version}
              score={summary.health.score}
              colour={page.healthColour}
            />
          </div>
        </Popover>
      ) : null}
      {may.edit ? <ButtonLink to={`${base}/edit`}>Edit</ButtonLink> : null}
      {may.strategic || (may.edit && !archivedAt) ? (
        <Menu
          align="end"
          label="More"
          square
          variant="default"
          trigger={<Ellipsis aria-hidden className="size-4" />}
        >
          {may.strategic ? <MenuLink to={`${base}/weight`}>Strategic weight</MenuLink> : null}
          {may.edit && !archivedAt ? (
            <Form method="post" action={`${base}/archiving`}>
              <HiddenFields values={{ version }} />
              <MenuButton danger>Archive</MenuButton>
            </Form>
          ) : null}
        </Menu>
      ) : null}
      {maySubmit ? (
        <ButtonLink to={`/requests/new?account=${summary.id}`} variant="primary">
          New request
        </ButtonLink>
      ) : null}
    </>
  )
}
