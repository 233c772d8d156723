import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'

import { FormErrors } from '#app/components/forms/fields.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { undoDecision } from '#app/domain/triage/undo-decision.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'
import { safePath } from '#app/lib/safe-path.ts'

const undoSchema = z.object({ next: z.string().optional() })
const INBOX = '/triage'

export const meta: MetaFunction = () => [{ title: 'Undo · Causeway' }]

export const loader = privateLoader('read', () => Promise.resolve(null))

/** Undoes a decision and leads back to its request. The command knows who may. */
export const action = privateAction('read', async (ctx, { request, params }) => {
  const decisionId = idParam(params['id'], 'The decision')
  return handleForm(await request.formData(), undoSchema, async ({ next }) => {
    const { requestId } = await undoDecision(ctx, { decisionId })
    return redirect(safePath(next ?? null, `${INBOX}/${requestId}`))
  })
})

/** Why nothing was undone, and the way back to what is there now. */
export default function Undo() {
  const result = useActionData<typeof action>()?.result
  const next = result?.initialValue?.['next']
  const back = safePath(typeof next === 'string' ? next : null, INBOX)
  return (
    <>
      <PageHeader title="Undo" />
      <PageBody width="prose">
        <FormErrors errors={result?.error?.[''] ?? ['Nothing was chosen to be undone.']} />
        <ButtonLink to={back}>{back === INBOX ? 'To the inbox' : 'See it as it is now'}</ButtonLink>
      </PageBody>
    </>
  )
}
