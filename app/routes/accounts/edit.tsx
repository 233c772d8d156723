import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'

import { accountHref } from '#app/components/accounts/account-href.ts'
import { AccountForm } from '#app/components/accounts/account-form.tsx'
import { HiddenFields } from '#app/components/forms/fields.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import type { Choice } from '#app/domain/accounts/account-list.ts'
import { resolveAccount } from '#app/domain/accounts/check-references.server.ts'
import { editAccount } from '#app/domain/accounts/edit-account.server.ts'
import { listAccountWords, listPossibleOwners } from '#app/domain/accounts/list-choices.server.ts'
import { getAccountToEdit } from '#app/domain/accounts/records-to-edit.server.ts'
import { accountEditSchema } from '#app/domain/accounts/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { EDIT } from './needed.ts'
import { toAccount } from './to-account.server.ts'

export { revalidateOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Edit ${data?.values.name ?? 'account'} · Causeway` },
]

export const loader = privateLoader(EDIT, async (ctx, { params }) => {
  const account = await getAccountToEdit(ctx, idParam(params.accountId, 'This account'))
  const owners = await listPossibleOwners(ctx)
  return {
    id: account.id,
    version: account.version,
    values: {
      name: account.name,
      domain: account.domain ?? '',
      parent: account.parent?.name ?? '',
      ownerId: String(account.ownerId ?? ''),
      lifecycle: account.lifecycle,
      segment: account.segment ?? '',
      industry: account.industry ?? '',
      region: account.region ?? '',
      employees: String(account.employees ?? ''),
      plan: account.plan ?? '',
    },
    owners: withPresent(owners, account.owner),
    words: await listAccountWords(ctx),
  }
})

export const action = privateAction(EDIT, async (ctx, { request, params }) => {
  const accountId = idParam(params.accountId, 'This account')
  const before = await getAccountToEdit(ctx, accountId)
  return handleForm(await request.formData(), accountEditSchema, async ({ parent, ...value }) => {
    const parentId = await resolveAccount(ctx, parent, 'parent', before.parent)
    await editAccount(ctx, { ...value, parentId, accountId })
    return toAccount(request, accountId)
  })
})

export default function EditAccount() {
  const { id, version, values, owners, words } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  return (
    <>
      <PageHeader title={`Edit ${values.name}`} />
      <PageBody width="form">
        <AccountForm
          values={values}
          result={useActionData<typeof action>()?.result}
          owners={owners}
          words={words}
          submit="Save"
          cancelHref={accountHref(search, id)}
        >
          <HiddenFields values={{ version }} />
        </AccountForm>
      </PageBody>
    </>
  )
}

/** An owner who has left may stay, so the list must hold them. */
function withPresent(owners: readonly Choice[], owner: Choice | null): readonly Choice[] {
  if (owner === null || owners.some(({ id }) => id === owner.id)) return owners
  return [...owners, { ...owner, name: `${owner.name} (has left)` }]
}
