import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { may } from '#app/auth/permissions.ts'
import { TimeText } from '#app/components/date-text.tsx'
import { LadderTable } from '#app/components/model/ladder-table.tsx'
import { ParameterTables } from '#app/components/model/parameter-table.tsx'
import { VersionList } from '#app/components/model/version-list.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { PageBody, Section } from '#app/components/ui/page.tsx'
import { listModelVersions } from '#app/domain/model/versions.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

export const meta: MetaFunction = () => [{ title: 'Parameters of the model · Causeway' }]

/** `/model/parameters`: the version in force with every parameter, and the versions before it. */
export const loader = privateLoader('read', async (ctx) => ({
  versions: await listModelVersions(ctx),
  mayTry: may(ctx.actor, 'revenue.read'),
  now: ctx.now,
}))

export default function Parameters() {
  const { versions, mayTry, now } = useLoaderData<typeof loader>()
  const [inForce] = versions
  if (!inForce) return null
  return (
    <PageBody>
      <Section
        title={`Version ${inForce.id}, in force`}
        aside={
          <>
            {inForce.createdBy ?? 'The first start'}, <TimeText at={inForce.createdAt} now={now} />
          </>
        }
        actions={mayTry ? <ButtonLink to="/model/what-if">Try other values</ButtonLink> : null}
      >
        <p className="max-w-[72ch] text-muted">
          The defaults are priors, until our own renewals replace them. It pays to argue about the
          importances, the evidence and the profile floor: the other parameters hardly change the
          order. The days of notice stand on each contract.
        </p>
      </Section>
      <Section title="What one request makes probable">
        <p className="mb-1 max-w-[72ch] text-muted">
          That a fresh change request loses the contract, at a customer of health 50.
        </p>
        <div className="max-w-[720px]">
          <LadderTable parameters={inForce.parameters} />
        </div>
      </Section>
      <Section title="Versions">
        <VersionList versions={versions} now={now} />
      </Section>
      <ParameterTables parameters={inForce.parameters} />
    </PageBody>
  )
}
