import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

import { may } from '#app/auth/permissions.ts'
import { TimeText } from '#app/components/date-text.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { ListScreen } from '#app/components/ui/list-screen.tsx'
import { PageHeader } from '#app/components/ui/page.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import { listProductLines } from '#app/domain/organisation/get-navigation.server.ts'
import { listPublications } from '#app/domain/publications/get-publication.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

export const meta: MetaFunction = () => [{ title: 'Publications · Causeway' }]

export const loader = privateLoader('read', async (ctx, { request }) => {
  const slug = new URL(request.url).searchParams.get('line')
  const line = (await listProductLines(ctx)).find((one) => one.slug === slug) ?? null
  return {
    line,
    publications: await listPublications(ctx, line?.id ?? null),
    mayPublish: may(ctx.actor, 'backlog.publish'),
    now: ctx.now,
  }
})

export default function Publications() {
  const { line, publications, mayPublish, now } = useLoaderData<typeof loader>()
  const publish = mayPublish ? (
    <ButtonLink
      variant="primary"
      to={`/publications/new${line === null ? '' : `?line=${line.slug}`}`}
    >
      Publish
    </ButtonLink>
  ) : null
  return (
    <ListScreen header={<PageHeader title="Publications" actions={publish} />}>
      {publications.length === 0 ? (
        <EmptyState title="Nothing is published yet" action={publish}>
          A publication is the ranked backlog of a product line as it stands on one day, with the
          profile it used and what changed since the last one. It never changes afterwards.
        </EmptyState>
      ) : (
        <Table caption="Publications, newest first" fixed>
          <THead>
            <Th className="w-40">Product line</Th>
            <Th className="w-16">No.</Th>
            <Th>Title</Th>
            <Th className="w-44">Published by</Th>
            <Th className="w-32">When</Th>
          </THead>
          <TBody>
            {publications.map((one) => (
              <Tr key={one.id} href={`/publications/${one.id}`}>
                <Td label="Product line">{one.line}</Td>
                <Td label="No." strong>
                  {one.number}
                </Td>
                <Td card="title" title={one.title}>
                  <Link to={`/publications/${one.id}`} className="hover:underline">
                    {one.title}
                  </Link>
                </Td>
                <Td label="Published by" muted>
                  {one.publishedBy}
                </Td>
                <Td label="When" muted>
                  <TimeText at={one.publishedAt} now={now} />
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      )}
    </ListScreen>
  )
}
