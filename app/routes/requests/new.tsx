import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigate } from '@remix-run/react'
import { ChevronLeft } from 'lucide-react'
import { useState } from 'react'

import { INTENT } from '#app/components/requests/intent.ts'
import { DraftNote } from '#app/components/requests/draft-note.tsx'
import { RequestForm } from '#app/components/requests/request-form.tsx'
import { useDraft } from '#app/components/requests/use-draft.ts'
import { RouteError } from '#app/components/route-error.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { IconLink } from '#app/components/ui/icon-button.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { draftValue, readDraftFields } from '#app/domain/requests/draft.ts'
import { keepDraft, openDraft, saveDraft } from '#app/domain/requests/drafts.server.ts'
import { getRequestForm } from '#app/domain/requests/get-request-form.server.ts'
import { submissionSchema } from '#app/domain/requests/schemas.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { limitSubmit } from '#app/http/limits.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'
import { relativeTime } from '#app/lib/dates.ts'

import { followIntent } from './form-intent.server.ts'

const HERE = '/requests/new'
const FORM = 'new-request'

export const meta: MetaFunction = () => [{ title: 'New request · Causeway' }]

export const loader = privateLoader('request.submit', async (ctx, { request }) => {
  const { fields, updatedAt } = await openDraft(ctx)
  const params = new URL(request.url).searchParams
  const account = params.get('account')
  return {
    personId: ctx.actor.id,
    draftedAgo: draftValue(fields, 'body') ? relativeTime(updatedAt, ctx.now) : null,
    form: await getRequestForm(ctx, fields, {
      accountId: account === null ? undefined : Number(account) || null,
      query: params.get('q'),
      line: params.get('line'),
    }),
  }
})

const submit = privateAction('request.submit', async (ctx, { request }) => {
  const body = await request.formData()
  const next = await followIntent(ctx, body)
  if (next) return next
  const answer = await handleForm(body, submissionSchema, async (input) => {
    await limitSubmit(ctx.actor.id)
    const { id } = await submitRequest(ctx, input)
    return redirect(`/requests/${id}?submitted=1`)
  })
  if (!(answer instanceof Response)) await saveDraft(ctx, readDraftFields(body))
  return answer
})

/** Whoever has been signed out meanwhile signs in again and finds the form as it was. */
export async function action(args: ActionFunctionArgs) {
  if (!args.context.person) await keepForLater(args.request.clone())
  return submit(args)
}

async function keepForLater(request: LoaderFunctionArgs['request']): Promise<void> {
  if (await keepDraft(readDraftFields(await request.formData()), new Date())) {
    throw redirect(`/login?${new URLSearchParams({ next: HERE })}`)
  }
}

export default function NewRequest() {
  const { form, personId, draftedAgo } = useLoaderData<typeof loader>()
  const [restored] = useState(draftedAgo)
  const { status, submitted } = useDraft(FORM, personId)
  const answer = useActionData<typeof action>()
  const navigate = useNavigate()
  return (
    <>
      <div className="flex items-center max-md:border-b">
        <IconLink
          to="/my-requests"
          label="Back to my requests"
          icon={<ChevronLeft aria-hidden className="size-5" />}
          className="ml-2 md:hidden"
        />
        <PageHeader
          title="New request"
          aside={<DraftNote status={status} />}
          className="flex-1 max-md:pl-1"
        />
      </div>
      <PageBody width="form" className="pt-3">
        {restored && !answer ? <Restored ago={restored} /> : null}
        <RequestForm
          {...form}
          id={FORM}
          action={HERE}
          lastResult={answer?.result}
          hidden={{ submissionKey: draftValue(form.initial, 'submissionKey') ?? '' }}
          onPickAccount={(id) =>
            navigate(`${HERE}?account=${id ?? ''}`, { replace: true, preventScrollReset: true })
          }
          onSubmitted={submitted}
          note="Product sees it in triage at once. You are told when they decide."
          foot={
            <noscript>
              <Button name={INTENT} value="save" size="large">
                Keep draft
              </Button>
            </noscript>
          }
          submitLabel="Submit request"
        />
      </PageBody>
    </>
  )
}

function Restored({ ago }: { ago: string }) {
  return (
    <Callout
      className="mb-3"
      action={
        <Form method="post" action="/drafts" reloadDocument>
          <Button name={INTENT} value="discard" size="small" variant="quiet">
            Start anew
          </Button>
        </Form>
      }
    >
      This is your draft, last changed {ago}.
    </Callout>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
