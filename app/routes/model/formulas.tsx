import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

import { FormulaSections } from '#app/components/model/formula-sections.tsx'
import { PageBody, Section } from '#app/components/ui/page.tsx'
import { getModelVersion } from '#app/domain/scoring/model-version.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

export const meta: MetaFunction = () => [{ title: 'Formulas of the score · Causeway' }]

/** `/model/formulas`: the model for whoever wants to check it. */
export const loader = privateLoader('read', async (ctx) => ({
  version: await getModelVersion(ctx),
}))

export default function Formulas() {
  const { version } = useLoaderData<typeof loader>()
  return (
    <PageBody>
      <Section title="The score in formulas">
        <p className="max-w-[72ch] text-muted">
          At the right what each symbol means, with its value in{' '}
          <Link to={`/model/versions/${version.id}`} className="underline">
            version {version.id}
          </Link>
          , which is in force. They are computed in one place, for the page, the what-if and the
          published order alike. Amounts are in base units a year, costs in engineer-weeks.
        </p>
      </Section>
      <FormulaSections parameters={version.parameters} />
    </PageBody>
  )
}
