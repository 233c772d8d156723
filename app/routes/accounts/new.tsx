import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { AccountForm } from '#app/components/accounts/account-form.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { resolveAccount } from '#app/domain/accounts/check-references.server.ts'
import { createAccount } from '#app/domain/accounts/create-account.server.ts'
import { listAccountWords, listPossibleOwners } from '#app/domain/accounts/list-choices.server.ts'
import { accountSchema } from '#app/domain/accounts/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { toAccount } from './to-account.server.ts'

export const meta: MetaFunction = () => [{ title: 'New account · Causeway' }]

export const loader = privateLoader('account.create', async (ctx) => {
  const owners = await listPossibleOwners(ctx)
  return {
    owners,
    words: await listAccountWords(ctx),
    ownerId: owners.some(({ id }) => id === ctx.actor.id) ? String(ctx.actor.id) : '',
  }
})

export const action = privateAction('account.create', async (ctx, { request }) =>
  handleForm(await request.formData(), accountSchema, async ({ parent, ...value }) => {
    const parentId = await resolveAccount(ctx, parent, 'parent')
    const { accountId } = await createAccount(ctx, { ...value, parentId })
    return toAccount(request, accountId)
  }),
)

export default function NewAccount() {
  const { owners, words, ownerId } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title="New account" />
      <PageBody width="form">
        <AccountForm
          values={{ lifecycle: 'active', ownerId }}
          result={useActionData<typeof action>()?.result}
          owners={owners}
          words={words}
          submit="Create account"
          cancelHref="/accounts"
        />
      </PageBody>
    </>
  )
}
