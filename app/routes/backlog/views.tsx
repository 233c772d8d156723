import { redirect, type MetaFunction } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'

import { ViewNameForm } from '#app/components/backlog/view-name-form.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { saveView, saveViewSchema } from '#app/domain/backlog/saved-views.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction } from '#app/http/route.server.ts'

import { inLine, viewHref } from './view-href.ts'

export const meta: MetaFunction = () => [{ title: 'Save a view · Causeway' }]

/** `POST /backlog/views`: keeps the present filters as a view. */
export const action = privateAction('read', async (ctx, { request }) =>
  handleForm(await request.formData(), saveViewSchema.extend(inLine), async ({ line, ...view }) => {
    await saveView(ctx, view)
    return redirect(viewHref(view.query, line))
  }),
)

/** What a refusal shows without JavaScript; with it the form stays beside the tabs. */
export default function SaveView() {
  const result = useActionData<typeof action>()?.result
  const {
    name = '',
    query = '',
    line = '',
  } = (result?.initialValue ?? {}) as Record<string, string | undefined>
  return (
    <>
      <PageHeader title="Save a view" />
      <PageBody width="form">
        <Form method="post">
          <ViewNameForm name={name} hidden={{ query, line }} result={result} />
        </Form>
      </PageBody>
    </>
  )
}
