import type { HeadersFunction, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { publicContext } from '#app/auth/guards.server.ts'
import { PrintButton } from '#app/components/publications/print-button.tsx'
import { PublicationSheet } from '#app/components/publications/publication-sheet.tsx'
import { RouteError } from '#app/components/route-error.tsx'
import { openShareLink } from '#app/domain/publications/share-links.server.ts'
import { publicRoute } from '#app/http/route.server.ts'

/** No search engine and no cache on the way; every page keeps its address from other sites. */
export const headers: HeadersFunction = () => ({
  'Cache-Control': 'private, no-store',
  'X-Robots-Tag': 'noindex, nofollow',
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} · ${data.view.organisation}` : 'Causeway' },
  { name: 'robots', content: 'noindex' },
]

/** `/p/:token`: one publication, to whoever has the link, signed in or not. */
export const loader = publicRoute(async ({ params }: { params: { token?: string } }) =>
  openShareLink(publicContext(), params.token ?? ''),
)

export default function SharedPublication() {
  const { number, title, note, view } = useLoaderData<typeof loader>()
  return (
    <main id="main" className="min-h-dvh bg-sunken print:bg-surface">
      <header
        data-chrome=""
        className="flex min-h-12 items-center gap-2 border-b bg-surface px-6 py-2"
      >
        <span className="mr-auto font-strong">{view.organisation}</span>
        <PrintButton />
      </header>
      <PublicationSheet
        number={number}
        title={title}
        note={note}
        audience="Shared by link."
        view={view}
        itemHref={null}
        profile={view.profile === null ? 'none' : `version ${view.profile.number}`}
      />
    </main>
  )
}

export function ErrorBoundary() {
  return (
    <main id="main">
      <RouteError />
    </main>
  )
}
