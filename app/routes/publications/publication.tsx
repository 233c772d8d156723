import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Download, Share2 } from 'lucide-react'

import { may } from '#app/auth/permissions.ts'
import { PrintButton } from '#app/components/publications/print-button.tsx'
import { PublicationSheet } from '#app/components/publications/publication-sheet.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { SheetPage } from '#app/components/ui/sheet.tsx'
import { getPublication } from '#app/domain/publications/get-publication.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `No. ${data.number}, ${data.view.productLine} · Causeway` : 'Causeway' },
]

/** `/publications/:id`: the page for the company. */
export const loader = privateLoader('read', async (ctx, { params }) => ({
  ...(await getPublication(ctx, idParam(params['id'], 'The publication'))),
  mayShare: may(ctx.actor, 'backlog.publish'),
}))

export default function Publication() {
  const { id, number, title, note, view, earlier, later, lineSlug, mayShare } =
    useLoaderData<typeof loader>()
  return (
    <SheetPage
      bar={
        <>
          <nav aria-label="Where you are" className="mr-auto text-muted">
            <Link to={`/publications?line=${lineSlug}`} className="hover:underline">
              Publications
            </Link>{' '}
            / {view.productLine} / <span className="text-text">No. {number}</span>
          </nav>
          {earlier === null ? null : (
            <ButtonLink variant="quiet" to={`/publications/${earlier.id}`}>
              No. {earlier.number}
            </ButtonLink>
          )}
          {later === null ? null : (
            <ButtonLink variant="quiet" to={`/publications/${later.id}`}>
              No. {later.number}
            </ButtonLink>
          )}
          {mayShare ? (
            <ButtonLink
              to={`/publications/${id}/links`}
              icon={<Share2 aria-hidden className="size-4" />}
            >
              Share
            </ButtonLink>
          ) : null}
          <ButtonLink
            reloadDocument
            to={`/publications/${id}/backlog.csv`}
            icon={<Download aria-hidden className="size-4" />}
          >
            CSV
          </ButtonLink>
          <ButtonLink reloadDocument to={`/publications/${id}/backlog.json`}>
            JSON
          </ButtonLink>
          <PrintButton />
        </>
      }
    >
      <PublicationSheet
        number={number}
        title={title}
        note={note}
        audience={
          view.totals.arrAtRisk === null
            ? 'For the whole company.'
            : 'For the whole company; amounts show to those who may see revenue.'
        }
        view={view}
        itemHref={(itemId) => `/items/${itemId}`}
        profile={
          view.profile === null ? (
            'none'
          ) : (
            <Link to={`/profiles/${view.profile.id}`} className="hover:underline">
              version {view.profile.number}
            </Link>
          )
        }
      />
    </SheetPage>
  )
}
