import { Link, useActionData, useLoaderData } from '@remix-run/react'

import { FormErrors } from '#app/components/forms/fields.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { requestKey } from '#app/lib/readable-id.ts'

import type { decisionLoader } from './decision-action.server.ts'
import type { DecisionReply, DecisionTarget } from './decision-form.tsx'
import { OpenPanel, type PanelName } from './panels.tsx'

/** A decision at its own address: its form, and what was refused. Without JavaScript, forms answer here. */
export function DecisionPage({ panel }: { panel?: PanelName }) {
  const pane = useLoaderData<typeof decisionLoader>()
  const result = useActionData<DecisionReply>()?.result
  const { id, title, version } = pane.request
  const sent = result?.initialValue?.['next']
  const next = typeof sent === 'string' ? sent : '/triage'
  const target: DecisionTarget = { id, version, next, here: `/triage/${id}`, result }
  const refused = Object.values(result?.error ?? {}).flatMap((errors) => errors ?? [])
  return (
    <>
      <PageHeader
        title={`${requestKey(id)} ${title}`}
        actions={
          <Link to={`/triage/${id}`} className="underline underline-offset-2">
            Back to the request
          </Link>
        }
      />
      {panel ? (
        <OpenPanel name={panel} target={target} pane={pane} />
      ) : (
        <PageBody width="prose">
          <FormErrors
            errors={refused.length > 0 ? refused : ['Decide on it from the request itself.']}
          />
        </PageBody>
      )}
    </>
  )
}
