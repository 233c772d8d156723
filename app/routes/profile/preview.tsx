import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

import { PreviewView } from '#app/components/profile/preview/preview-view.tsx'
import { ProfileHeader } from '#app/components/profile/profile-header.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageBody } from '#app/components/ui/page.tsx'
import { getProfile } from '#app/domain/icp/get-profile.server.ts'
import { previewProfile } from '#app/domain/icp/preview-profile.server.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

export const meta: MetaFunction = () => [{ title: 'Effect of a profile · Causeway' }]

/** `/profiles/:id/preview`: what a version would move if it replaced the one in force today. */
export const loader = privateLoader('read', async (ctx, { params }) => {
  const profile = await getProfile(ctx, idParam(params['id'], 'The profile'))
  const { id, number, line, lineSlug, state } = profile
  const { baseCurrency } = await getOrganisation(ctx)
  const tried = state !== 'current' && state !== 'superseded'
  return {
    profile: { id, number, line, lineSlug, state },
    preview: tried ? await previewProfile(ctx, profile) : null,
    currency: baseCurrency,
  }
})

export default function PreviewOfProfile() {
  const { profile, preview, currency } = useLoaderData<typeof loader>()
  return (
    <div className="[--gutter:24px]">
      <ProfileHeader profile={profile} />
      <PageBody className="pt-4">
        {preview === null ? (
          <EmptyState title="It has taken effect">
            What it changed then is kept above its criteria; the{' '}
            <Link to={`/profiles/${profile.id}/compare`} className="underline">
              comparison
            </Link>{' '}
            says how it differs from the one before.
          </EmptyState>
        ) : preview.inForce === null ? (
          <EmptyState title="Nothing is in force yet">
            Without a profile every account weighs the same, so no account changes its band. Which
            band each would be in is told under accounts.
          </EmptyState>
        ) : (
          <>
            <p className="pb-3 text-muted">
              If version {profile.number} replaced{' '}
              <Link to={`/profiles/${preview.inForce.id}`} className="underline">
                version {preview.inForce.number}
              </Link>{' '}
              today.
            </p>
            <PreviewView preview={preview} currency={currency} line={profile.lineSlug} />
          </>
        )}
      </PageBody>
    </div>
  )
}
