import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

import { TimeText } from '#app/components/date-text.tsx'
import { RouteError } from '#app/components/route-error.tsx'
import { Avatar } from '#app/components/ui/avatar.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { listMentions } from '#app/domain/comments/mention-list.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { itemKey } from '#app/lib/readable-id.ts'

export const meta: MetaFunction = () => [{ title: 'Mentions · Causeway' }]

export const loader = privateLoader('read', async (ctx) => ({
  mentions: await listMentions(ctx),
  now: ctx.now,
}))

type Mention = Awaited<ReturnType<typeof listMentions>>[number]

/** What the comment is about, and where it stands. */
function placeOf({ id, itemId, itemTitle, profileId, profileNumber, profileLine }: Mention) {
  return itemId === null
    ? {
        name: `${profileLine} profile, version ${profileNumber}`,
        href: `/profiles/${profileId}/comments#comment-${id}`,
      }
    : {
        name: `${itemKey(itemId)} ${itemTitle}`,
        href: `/items/${itemId}?tab=discussion#comment-${id}`,
      }
}

/** Where people named the reader in the discussion of an item or of a profile. */
export default function Mentions() {
  const { mentions, now } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title="Mentions" />
      <PageBody width="prose">
        {mentions.length === 0 ? (
          <EmptyState title="Nobody has mentioned you">
            Somebody who types @ and your name in a discussion tells you here.
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line border-y">
            {mentions.map((mention) => (
              <li key={mention.id}>
                <Link
                  to={placeOf(mention).href}
                  className="block py-2 -outline-offset-2 hover:bg-hover"
                >
                  <span className="flex flex-wrap items-center gap-x-1.5">
                    <Avatar decorative name={mention.by} />
                    <b>{mention.by}</b>
                    <span className="min-w-0 truncate text-muted">on {placeOf(mention).name}</span>
                    <span className="text-small text-muted">
                      <TimeText at={mention.at} now={now} />
                    </span>
                    {mention.unread ? <Badge tone="accent">new</Badge> : null}
                  </span>
                  <span
                    dir="auto"
                    className="mt-0.5 line-clamp-3 pl-6.5 text-body wrap-anywhere whitespace-pre-wrap"
                  >
                    {mention.body}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </PageBody>
    </>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
