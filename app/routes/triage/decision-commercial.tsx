import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { useKeptOpen } from '#app/components/forms/use-kept-open.ts'
import { PageBody, PageHeader, Section } from '#app/components/ui/page.tsx'
import { decideCommercially } from '#app/domain/triage/decide-commercially.server.ts'
import { getCommercialQuestion } from '#app/domain/triage/get-commercial-question.server.ts'
import { commercialSchema } from '#app/domain/triage/schemas.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { requestKey } from '#app/lib/readable-id.ts'

import { AskForm, VerdictForms } from './commercial-forms.tsx'
import { decisionAction } from './decision-action.server.ts'
import type { DecisionReply } from './decision-form.tsx'

export const meta: MetaFunction = () => [{ title: 'Commercial decision · Causeway' }]

export { revalidateOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

/** For whoever was asked, who need not be in Product. */
export const loader = privateLoader('read', (ctx, { params }) =>
  getCommercialQuestion(ctx, idParam(params['id'], 'The request')),
)

export const action = decisionAction(commercialSchema, decideCommercially, 'read')

export default function CommercialDecision() {
  const { request, asked, mayDecide, mayAsk, currency, people } = useLoaderData<typeof loader>()
  const result = useActionData<DecisionReply>()?.result
  const step = result?.initialValue?.['step']
  const decides = useKeptOpen(mayDecide, step === 'accept' || step === 'decline')
  const asks = useKeptOpen(mayAsk, step === 'ask')
  const href = `/requests/${request.id}`
  const here = `${href}/commercial`
  return (
    <>
      <PageHeader title={`Commercial decision on ${requestKey(request.id)}`} />
      <PageBody width="form">
        <h2 className="text-head">{request.title}</h2>
        <p className="text-muted">{request.accountName}</p>
        <blockquote className="mt-3 border-l-2 border-line-strong pl-3.5 text-body wrap-anywhere whitespace-pre-line">
          {request.body}
        </blockquote>
        {asked ? (
          <p className="mt-3 wrap-anywhere text-muted">
            {asked.by} asks {asked.owner} to decide{asked.words ? `: ${asked.words}` : '.'}
          </p>
        ) : null}
        <Section title="The decision">
          {decides ? (
            <VerdictForms
              target={{ id: request.id, version: request.version, next: href, here, result }}
              currency={currency}
              cancelTo={href}
            />
          ) : asks && people ? (
            <AskForm
              target={{ id: request.id, version: request.version, next: '/triage', here, result }}
              people={people}
            />
          ) : (
            <p className="text-muted">
              {request.state === 'commercial'
                ? 'Only whoever was asked, or Product, decides.'
                : 'No commercial decision is asked for.'}
            </p>
          )}
        </Section>
      </PageBody>
    </>
  )
}
