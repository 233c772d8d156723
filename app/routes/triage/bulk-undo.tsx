import { useActionData } from '@remix-run/react'
import { redirect } from '@remix-run/node'

import { ButtonLink } from '#app/components/ui/button.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { bulkUndo } from '#app/domain/triage/bulk-decide.server.ts'
import { bulkUndoSchema } from '#app/domain/triage/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

export const loader = privateLoader('request.triage', () => Promise.resolve(null))

export const action = privateAction('request.triage', async (ctx, { request }) =>
  handleForm(await request.formData(), bulkUndoSchema, async (input) => {
    const outcome = await bulkUndo(ctx, input)
    return outcome.refused.length === 0 ? redirect('/triage') : { result: null, ...outcome }
  }),
)

export default function BulkUndone() {
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHeader title="Undo" />
      <PageBody width="prose">
        {answer && 'undone' in answer ? (
          <>
            <Callout live tone="watch">
              {answer.undone} undone; these were changed since and stay as they are:
            </Callout>
            <ul className="mt-3 divide-y divide-line border-y">
              {answer.refused.map((why) => (
                <li key={why} className="py-1.5 wrap-anywhere text-muted">
                  {why}
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p className="text-muted">Nothing was chosen to be undone.</p>
        )}
        <ButtonLink to="/triage" className="mt-5">
          To the inbox
        </ButtonLink>
      </PageBody>
    </>
  )
}
