import { redirect, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'

import { may } from '#app/auth/permissions.ts'
import { SaveVersionForm } from '#app/components/model/save-version-form.tsx'
import { WhatIfForm } from '#app/components/model/what-if-form.tsx'
import { WhatIfResult } from '#app/components/model/what-if-result.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageBody } from '#app/components/ui/page.tsx'
import { invalid } from '#app/domain/errors.ts'
import { saveModelVersion } from '#app/domain/model/save-model-version.server.ts'
import { saveVersionSchema } from '#app/domain/model/schemas.ts'
import { differences } from '#app/domain/model/values.ts'
import { whatIf } from '#app/domain/model/what-if.server.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'
import { cx } from '#app/lib/class-names.ts'

import { readQuestion } from './read-question.server.ts'

export { revalidateOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction = () => [{ title: 'What if · Causeway' }]

/** `/model/what-if`: what other parameters, or other facts of one account, would do. The address holds all of it. */
export const loader = privateLoader('revenue.read', async (ctx, { request }) => {
  const { pathname, searchParams } = new URL(request.url)
  const question = await readQuestion(ctx, searchParams)
  const { inForce, parameters, facts, line, faults, address, ...form } = question
  if (String(address) !== String(searchParams)) {
    throw redirect(address.size > 0 ? `${pathname}?${address}` : pathname)
  }
  const different = parameters ? differences(inForce.parameters, parameters) : []
  const asks = Object.keys(faults).length === 0 && (different.length > 0 || facts !== null)
  const { baseCurrency } = await getOrganisation(ctx)
  return {
    ...form,
    line: line?.slug ?? '',
    faults,
    address: String(address),
    inForceId: inForce.id,
    different,
    supposes: facts !== null,
    result:
      asks && parameters
        ? await whatIf(ctx, { inForce: inForce.parameters, parameters, facts }, line?.id ?? null)
        : null,
    currency: baseCurrency,
    maySave: may(ctx.actor, 'model.change'),
  }
})

/** Saves the parameters that the address names, and nothing that it supposes of an account. */
export const action = privateAction('model.change', async (ctx, { request }) => {
  const { parameters } = await readQuestion(ctx, new URL(request.url).searchParams)
  return handleForm(await request.formData(), saveVersionSchema, async (input) => {
    if (!parameters) throw invalid('Mend what is marked above before you save.')
    const id = await saveModelVersion(ctx, { ...input, parameters })
    return redirect(`/model/versions/${id}`)
  })
})

export default function WhatIf() {
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { result, faults, different, supposes, inForceId, from, address } = loaded
  const wrong = Object.keys(faults).length
  return (
    <PageBody className="grid gap-x-8 xl:grid-cols-[320px_minmax(0,1fr)]">
      <WhatIfForm key={address} {...loaded} />
      <div className={cx('min-w-0', (result !== null || wrong > 0) && 'max-xl:order-first')}>
        {from === null ? null : (
          <Callout className="mt-5" action={<Link to="/model/what-if">Begin anew</Link>}>
            Begins with version {from}; compared with version {inForceId}, which is in force.
          </Callout>
        )}
        {wrong > 0 ? (
          <Callout tone="risk" live className="mt-5">
            {wrong === 1 ? 'One value' : `${wrong} values`} cannot stand like that; see beside{' '}
            {wrong === 1 ? 'it' : 'them'}.
          </Callout>
        ) : null}
        {result ? (
          <>
            <WhatIfResult {...loaded} result={result} />
            {loaded.maySave && different.length > 0 ? (
              <SaveVersionForm
                inForceId={inForceId}
                different={different}
                supposes={supposes}
                lastResult={answer?.result}
              />
            ) : null}
          </>
        ) : wrong > 0 ? null : (
          <EmptyState title="Change something and see what it does">
            Any parameter of version {inForceId}, which is in force, or the health, weight, amount
            or renewal of one account. Nothing is saved by looking.
          </EmptyState>
        )}
      </div>
    </PageBody>
  )
}
