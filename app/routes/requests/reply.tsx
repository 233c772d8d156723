import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { ReplyForm } from '#app/components/requests/reply-form.tsx'
import { RouteError } from '#app/components/route-error.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { getHistory } from '#app/domain/requests/get-history.server.ts'
import { getRequest } from '#app/domain/requests/get-request.server.ts'
import { lastQuestion } from '#app/domain/requests/history-entry.ts'
import { replyToQuestion } from '#app/domain/requests/reply-to-question.server.ts'
import { replySchema } from '#app/domain/requests/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'
import { requestKey } from '#app/lib/readable-id.ts'

export const meta: MetaFunction = () => [{ title: 'Reply · Causeway' }]

export const loader = privateLoader('request.reply', async (ctx, args) => {
  const { id, title, createdAt } = await getRequest(ctx, idParam(args.params['id'], 'This request'))
  return {
    id,
    title,
    question: lastQuestion(await getHistory(ctx, { id, itemId: null, createdAt })),
  }
})

export const action = privateAction('request.reply', async (ctx, args) => {
  const requestId = idParam(args.params['id'], 'This request')
  return handleForm(await args.request.formData(), replySchema, async (input) => {
    await replyToQuestion(ctx, { requestId, ...input })
    return redirect(`/requests/${requestId}`)
  })
})

export default function Reply() {
  const { id, title, question } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHeader
        title={`Reply about ${requestKey(id)}`}
        aside={
          <span dir="auto" className="text-muted">
            {title}
          </span>
        }
      />
      <PageBody width="prose">
        <ReplyForm requestId={id} question={question} lastResult={answer?.result} />
      </PageBody>
    </>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
