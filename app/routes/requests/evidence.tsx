import { redirect, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'

import { FormErrors, FormFoot, HiddenFields } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { EvidenceFields } from '#app/components/requests/evidence-fields.tsx'
import { RouteError } from '#app/components/route-error.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { getEvidence } from '#app/domain/requests/get-evidence.server.ts'
import { giveEvidence } from '#app/domain/requests/give-evidence.server.ts'
import { evidenceSchema } from '#app/domain/requests/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'
import { requestKey } from '#app/lib/readable-id.ts'

export const meta: MetaFunction = () => [{ title: 'Evidence · Causeway' }]

export const loader = privateLoader('request.reply', (ctx, { params }) =>
  getEvidence(ctx, idParam(params['id'], 'This request')),
)

export const action = privateAction('request.reply', async (ctx, { request, params }) => {
  const requestId = idParam(params['id'], 'This request')
  return handleForm(await request.formData(), evidenceSchema, async (input) => {
    await giveEvidence(ctx, { requestId, ...input })
    return redirect(`/requests/${requestId}`)
  })
})

export default function Evidence() {
  const { id, version, title, doubt, open, ...now } = useLoaderData<typeof loader>()
  const [form, fields] = useActionForm(evidenceSchema, {
    id: 'evidence',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: {
      evidence: now.evidence,
      evidenceUrl: now.evidenceUrl ?? '',
      evidenceQuote: now.evidenceQuote ?? '',
    },
  })
  const back = `/requests/${id}`
  return (
    <>
      <PageHeader
        title={`Evidence for ${requestKey(id)}`}
        aside={
          <span dir="auto" className="text-muted">
            {title}
          </span>
        }
      />
      <PageBody width="form">
        {doubt ? (
          <Callout tone="watch" className="mb-3" title="Not convincing.">
            {doubt.by} says: {doubt.reason}
          </Callout>
        ) : null}
        {open ? (
          <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
            <FormErrors errors={form.errors} />
            <HiddenFields values={{ version }} />
            <EvidenceFields
              fields={fields}
              initial={{
                evidence: fields.evidence.initialValue ?? now.evidence,
                url: fields.evidenceUrl.initialValue,
                quote: fields.evidenceQuote.initialValue,
              }}
            />
            <FormFoot>
              <Button variant="primary">Save</Button>
              <ButtonLink to={back}>Cancel</ButtonLink>
            </FormFoot>
          </Form>
        ) : (
          <p className="text-muted">
            This request is closed, so its evidence no longer matters.{' '}
            <ButtonLink to={back}>Back to the request</ButtonLink>
          </p>
        )}
      </PageBody>
    </>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
