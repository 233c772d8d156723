import { redirect, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { may } from '#app/auth/permissions.ts'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import { listProfileLines } from '#app/domain/icp/list-profile-lines.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

export const meta: MetaFunction = () => [{ title: 'Profile · Causeway' }]

/** `/profiles?line=`: leads to the version in force, or to the open proposal; without a line, lists the lines. */
export const loader = privateLoader('read', async (ctx, { request }) => {
  const slug = new URL(request.url).searchParams.get('line')
  const lines = await listProfileLines(ctx)
  const line = lines.find((one) => one.slug === slug) ?? (lines.length === 1 ? lines[0] : undefined)
  const id = line?.currentId ?? line?.proposalId ?? null
  if (line && id !== null) throw redirect(`/profiles/${id}?line=${line.slug}`)
  return { lines: line ? [line] : lines, mayPropose: may(ctx.actor, 'profile.propose') }
})

export default function ProfileLines() {
  const { lines, mayPropose } = useLoaderData<typeof loader>()
  const [only] = lines
  return (
    <div className="[--gutter:24px]">
      <PageHeader title="Ideal customer profile" />
      <PageBody>
        {lines.length === 1 && only ? (
          <EmptyState
            title={`${only.name} has no profile yet`}
            action={
              mayPropose ? (
                <ButtonLink variant="primary" to={`/profiles/new?line=${only.slug}`}>
                  Propose version 1
                </ButtonLink>
              ) : null
            }
          >
            The profile says who our ideal customer is, in criteria with points. It takes effect
            when a manager of Customer Success and one of Product have both approved it; until then
            every account weighs the same.
          </EmptyState>
        ) : (
          <Table caption="Profiles by product line" fixed plain>
            <THead>
              <Th>Product line</Th>
              <Th className="w-40">In force</Th>
              <Th className="w-40">Proposed</Th>
            </THead>
            <TBody>
              {lines.map((line) => (
                <Tr key={line.slug} href={`/profiles?line=${line.slug}`}>
                  <Td card="title">
                    <a href={`/profiles?line=${line.slug}`} className="font-strong hover:underline">
                      {line.name}
                    </a>
                  </Td>
                  <Td label="In force">
                    {line.currentNumber === null ? 'none yet' : `version ${line.currentNumber}`}
                  </Td>
                  <Td label="Proposed">
                    {line.proposalNumber === null ? '' : `version ${line.proposalNumber}`}
                  </Td>
                </Tr>
              ))}
            </TBody>
          </Table>
        )}
      </PageBody>
    </div>
  )
}
