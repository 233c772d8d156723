import { Form, useSearchParams } from '@remix-run/react'
import { Ellipsis } from 'lucide-react'

import { accountHref } from '#app/components/accounts/account-href.ts'
import { HealthForm } from '#app/components/accounts/health-form.tsx'
import { HiddenFields } from '#app/components/forms/fields.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Menu, MenuButton, MenuLink } from '#app/components/ui/menu.tsx'
import { Popover } from '#app/components/ui/popover.tsx'
import type { AccountPage } from '#app/domain/accounts/account-page.ts'
import { changeParams } from '#app/lib/search-params.ts'

/** What the reader may do with the account. */
export function AccountActions({ page, maySubmit }: { page: AccountPage; maySubmit: boolean }) {
  const { summary, version, archivedAt, may } = page
  const [search] = useSearchParams()
  const href = (below: string) => accountHref(search, summary.id, below)
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
      {may.edit ? <ButtonLink to={href('/edit')}>Edit</ButtonLink> : null}
      {may.strategic || (may.edit && !archivedAt) ? (
        <Menu
          align="end"
          label="More"
          square
          variant="default"
          trigger={<Ellipsis aria-hidden className="size-4" />}
        >
          {may.strategic ? <MenuLink to={href('/weight')}>Strategic weight</MenuLink> : null}
          {may.edit && !archivedAt ? (
            <Form method="post" action={href('/archiving')}>
              <HiddenFields values={{ version }} />
              <MenuButton danger>Archive</MenuButton>
            </Form>
          ) : null}
        </Menu>
      ) : null}
      {maySubmit ? (
        <ButtonLink
          to={`/requests/new${changeParams(search, { account: summary.id, done: null })}`}
          variant="primary"
        >
          New request
        </ButtonLink>
      ) : null}
    </>
  )
}
