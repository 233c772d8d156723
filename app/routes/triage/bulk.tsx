import { redirect } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'

import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { bulkDecide } from '#app/domain/triage/bulk-decide.server.ts'
import { getTriageOptions, listOpenItems } from '#app/domain/triage/get-options.server.ts'
import { listSelected } from '#app/domain/triage/list-selected.server.ts'
import { bulkSchema } from '#app/domain/triage/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { BULK_KINDS, BulkForm, type BulkKind } from './bulk-form.tsx'
import { BulkOutcome } from './bulk-outcome.tsx'

export const meta: MetaFunction = () => [{ title: 'Decide on several · Causeway' }]

const TITLES: Readonly<Record<BulkKind, string>> = {
  link: 'Link to one item',
  decline: 'Decline',
  move: 'Move',
}

/** What was selected in the inbox, and what is to be done with it. */
export const loader = privateLoader('request.triage', async (ctx, { request }) => {
  const search = new URL(request.url).searchParams
  const kind = BULK_KINDS.find((each) => each === search.get('decision'))
  if (!kind) throw redirect('/triage')
  const [selected, options, items] = await Promise.all([
    listSelected(ctx, search.getAll('requests')),
    getTriageOptions(ctx),
    kind === 'link' ? listOpenItems(ctx) : [],
  ])
  return { kind, selected, options, items }
})

export const action = privateAction('request.triage', async (ctx, { request }) =>
  handleForm(await request.formData(), bulkSchema, async (input) => ({
    result: null,
    outcome: await bulkDecide(ctx, input),
  })),
)

export default function Bulk() {
  const { kind, ...choices } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHeader
        title={TITLES[kind]}
        aside={<span className="text-small text-muted">{choices.selected.length} requests</span>}
        actions={
          <Link to="/triage" className="underline underline-offset-2">
            Back to triage
          </Link>
        }
      />
      <PageBody width="prose">
        {answer && 'outcome' in answer ? (
          <BulkOutcome outcome={answer.outcome} />
        ) : (
          <BulkForm kind={kind} {...choices} result={answer?.result} />
        )}
      </PageBody>
    </>
  )
}
