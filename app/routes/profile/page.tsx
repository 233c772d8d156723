import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

import { ProfileSheet } from '#app/components/profile/profile-sheet.tsx'
import { PrintButton } from '#app/components/publications/print-button.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { SheetPage } from '#app/components/ui/sheet.tsx'
import { getProfilePage } from '#app/domain/icp/get-profile-page.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Our ideal customer, ${data.line} · Causeway` : 'Causeway' },
]

/** `/profiles/:id/page`: one version for the whole company, on screen and on paper. */
export const loader = privateLoader('read', (ctx, { params }) =>
  getProfilePage(ctx, idParam(params['id'], 'The profile')),
)

export default function PublishedProfile() {
  const page = useLoaderData<typeof loader>()
  return (
    <SheetPage
      bar={
        <>
          <nav aria-label="Where you are" className="mr-auto text-muted">
            <Link to={`/profiles/${page.id}`} className="hover:underline">
              Ideal customer profile
            </Link>{' '}
            / {page.line} / <span className="text-text">version {page.number}</span>
          </nav>
          <ButtonLink reloadDocument to={`/profiles/${page.id}/profile.json`}>
            JSON
          </ButtonLink>
          <PrintButton />
        </>
      }
    >
      <ProfileSheet page={page} />
    </SheetPage>
  )
}
