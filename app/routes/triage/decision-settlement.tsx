import { useActionData, useLoaderData } from '@remix-run/react'

import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { findDisagreement } from '#app/domain/triage/list-disagreements.server.ts'
import { settleSchema } from '#app/domain/triage/schemas.ts'
import { settleImportance } from '#app/domain/triage/settle-importance.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { requestKey } from '#app/lib/readable-id.ts'

import { decisionAction } from './decision-action.server.ts'
import type { DecisionReply } from './decision-form.tsx'
import { DisagreementViews } from './disagreement-views.tsx'
import { SettleForm } from './panel-settle.tsx'

export { revalidateOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

/** For managers of either team, so without what only triage sees. */
export const loader = privateLoader('importance.settle', (ctx, { params }) =>
  findDisagreement(ctx, idParam(params['id'], 'The request')),
)

export const action = decisionAction(settleSchema, settleImportance, 'importance.settle')

export default function SettlementDecision() {
  const request = useLoaderData<typeof loader>()
  const result = useActionData<DecisionReply>()?.result
  return (
    <>
      <PageHeader title={`${requestKey(request.id)} ${request.title}`} />
      <PageBody width="form">
        <DisagreementViews request={request} />
        <div className="mt-4">
          <SettleForm
            target={{
              id: request.id,
              version: request.version,
              next: '/triage/disagreements',
              here: `/requests/${request.id}/settlement`,
              result,
            }}
            importance={request.settledImportance ?? request.importance}
            cancelTo="/triage/disagreements"
          />
        </div>
      </PageBody>
    </>
  )
}
