import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'

import { accountHref } from '#app/components/accounts/account-href.ts'
import { HealthForm } from '#app/components/accounts/health-form.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { getAccountToEdit } from '#app/domain/accounts/records-to-edit.server.ts'
import { healthSchema } from '#app/domain/accounts/schemas.ts'
import { setHealth } from '#app/domain/accounts/set-health.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { EDIT } from './needed.ts'
import { toAccount } from './to-account.server.ts'

export { revalidateOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction = () => [{ title: 'Health · Causeway' }]

export const loader = privateLoader(EDIT, async (ctx, { params }) => {
  const account = await getAccountToEdit(ctx, idParam(params.accountId, 'This account'))
  const { id, name, version, healthScore, healthColour } = account
  return { id, name, version, healthScore, healthColour }
})

export const action = privateAction(EDIT, async (ctx, { request, params }) => {
  const accountId = idParam(params.accountId, 'This account')
  return handleForm(await request.formData(), healthSchema, async (input) => {
    await setHealth(ctx, { ...input, accountId })
    return toAccount(request, accountId)
  })
})

export default function Health() {
  const { id, name, version, healthScore, healthColour } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  return (
    <>
      <PageHeader
        title={`Health of ${name}`}
        actions={<ButtonLink to={accountHref(search, id)}>Back to the account</ButtonLink>}
      />
      <PageBody width="form">
        <HealthForm
          accountId={id}
          version={version}
          score={healthScore}
          colour={healthColour}
          result={useActionData<typeof action>()?.result}
        />
      </PageBody>
    </>
  )
}
