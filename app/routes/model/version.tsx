import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

import { may } from '#app/auth/permissions.ts'
import { TimeText } from '#app/components/date-text.tsx'
import { LadderTable } from '#app/components/model/ladder-table.tsx'
import { ParameterTables } from '#app/components/model/parameter-table.tsx'
import { ChangeList } from '#app/components/model/version-list.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { PageBody, Section } from '#app/components/ui/page.tsx'
import { differences } from '#app/domain/model/values.ts'
import { getModelVersionById } from '#app/domain/model/versions.server.ts'
import { getModelVersion } from '#app/domain/scoring/model-version.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Model version ${data.version.id} · Causeway` : 'Causeway' },
]

/** `/model/versions/:id`: one version as it was saved. */
export const loader = privateLoader('read', async (ctx, { params }) => {
  const version = await getModelVersionById(ctx, idParam(params['id'], 'This version of the model'))
  const inForce = await getModelVersion(ctx)
  return {
    version,
    inForceId: inForce.id,
    since: differences(version.parameters, inForce.parameters),
    mayTry: may(ctx.actor, 'revenue.read'),
    now: ctx.now,
  }
})

export default function Version() {
  const { version, inForceId, since, mayTry, now } = useLoaderData<typeof loader>()
  const current = version.id === inForceId
  return (
    <PageBody>
      <Section
        title={`Version ${version.id}${current ? ', in force' : ''}`}
        aside={
          <>
            {version.createdBy ?? 'The first start'}, <TimeText at={version.createdAt} now={now} />
          </>
        }
        actions={
          mayTry && !current ? (
            <ButtonLink to={`/model/what-if?from=${version.id}`}>What if we went back</ButtonLink>
          ) : null
        }
      >
        <p dir="auto" className="max-w-[72ch] wrap-anywhere">
          {version.reason}
        </p>
        {current ? null : (
          <div className="mt-2 text-muted">
            {since.length === 0 ? 'Nothing is different in ' : 'Different in '}
            <Link to={`/model/versions/${inForceId}`} className="underline">
              version {inForceId}
            </Link>
            {since.length === 0 ? ', which is in force.' : ', which is in force:'}
            <ChangeList changed={since} />
          </div>
        )}
      </Section>
      <Section title="What one request makes probable">
        <div className="max-w-[720px]">
          <LadderTable parameters={version.parameters} />
        </div>
      </Section>
      <ParameterTables parameters={version.parameters} />
    </PageBody>
  )
}
