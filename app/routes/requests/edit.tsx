import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { KeptForm } from '#app/components/forms/kept-form.tsx'
import { revalidateOnConflict } from '#app/components/forms/revalidate-on-conflict.ts'
import { RequestForm } from '#app/components/requests/request-form.tsx'
import { RouteError } from '#app/components/route-error.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { editRequest } from '#app/domain/requests/edit-request.server.ts'
import { getEditFields } from '#app/domain/requests/get-edit-fields.server.ts'
import { getRequestForm } from '#app/domain/requests/get-request-form.server.ts'
import { editSchema } from '#app/domain/requests/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'
import { requestKey } from '#app/lib/readable-id.ts'

export const meta: MetaFunction = () => [{ title: 'Edit request · Causeway' }]

export const shouldRevalidate = revalidateOnConflict

export const loader = privateLoader('request.submit', async (ctx, args) => {
  const { fields, ...request } = await getEditFields(
    ctx,
    idParam(args.params['id'], 'This request'),
  )
  return { ...request, form: await getRequestForm(ctx, fields) }
})

export const action = privateAction('request.submit', async (ctx, args) => {
  const requestId = idParam(args.params['id'], 'This request')
  return handleForm(await args.request.formData(), editSchema, async (input) => {
    await editRequest(ctx, { requestId, ...input })
    return redirect(`/requests/${requestId}`)
  })
})

export default function EditRequest() {
  const { id, version, closed, form } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const typed = answer?.result.initialValue
  return (
    <>
      <PageHeader title={`Edit ${requestKey(id)}`} />
      <PageBody width="form">
        <KeptForm
          key={id}
          closed={closed}
          answered={answer !== undefined}
          instead={{ label: 'Back to the request', to: `/requests/${id}` }}
        >
          <RequestForm
            {...form}
            initial={{ ...form.initial, ...typed }}
            id="edit-request"
            action={`/requests/${id}/edit`}
            lastResult={answer?.result}
            hidden={{ version }}
            foot={
              <ButtonLink to={`/requests/${id}`} variant="quiet">
                Back
              </ButtonLink>
            }
            submitLabel="Save"
          />
        </KeptForm>
      </PageBody>
    </>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
