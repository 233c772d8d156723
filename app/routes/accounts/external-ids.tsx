import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'

import { accountHref } from '#app/components/accounts/account-href.ts'
import { ExternalIdForm, ExternalIdList } from '#app/components/accounts/external-ids.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { PageBody, PageHeader, Section } from '#app/components/ui/page.tsx'
import { addExternalId, listExternalIds } from '#app/domain/accounts/external-ids.server.ts'
import { getAccountToEdit } from '#app/domain/accounts/records-to-edit.server.ts'
import { externalIdSchema } from '#app/domain/accounts/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { EDIT } from './needed.ts'
import { toAccount } from './to-account.server.ts'

export { revalidateOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction = () => [{ title: 'Ids in other systems · Causeway' }]

export const loader = privateLoader(EDIT, async (ctx, { params }) => {
  const { id, name, version } = await getAccountToEdit(
    ctx,
    idParam(params.accountId, 'This account'),
  )
  return { id, name, version, ids: await listExternalIds(ctx, id) }
})

export const action = privateAction(EDIT, async (ctx, { request, params }) => {
  const accountId = idParam(params.accountId, 'This account')
  return handleForm(await request.formData(), externalIdSchema, async (input) => {
    await addExternalId(ctx, { ...input, accountId })
    return toAccount(request, accountId)
  })
})

export default function ExternalIds() {
  const { id, name, version, ids } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  return (
    <>
      <PageHeader
        title={`${name} in other systems`}
        actions={<ButtonLink to={accountHref(search, id)}>Back to the account</ButtonLink>}
      />
      <PageBody width="form">
        <p className="text-body text-muted">
          An import finds the account by these ids, so that it changes it and makes no second one.
        </p>
        <Section title="Known">
          <ExternalIdList accountId={id} version={version} ids={ids} mayEdit />
        </Section>
        <Section title="Add one">
          <ExternalIdForm version={version} result={useActionData<typeof action>()?.result} />
        </Section>
      </PageBody>
    </>
  )
}
