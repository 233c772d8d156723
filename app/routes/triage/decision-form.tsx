import type { SubmissionResult } from '@conform-to/react'
import { Link, useFetcher } from '@remix-run/react'
import type { ReactNode } from 'react'

import { HiddenFields } from '#app/components/forms/fields.tsx'
import { Callout } from '#app/components/ui/callout.tsx'

/** The request that is decided, as the person sees it, and where to go on. */
export type DecisionTarget = {
  id: number
  version: number
  next: string
  /** Its own address, for what does not end its triage. */
  here: string
  /** What the action answered when the form was sent without JavaScript. */
  result?: SubmissionResult<string[]> | null
  /** What somebody else did to it while its form was open. */
  meanwhile?: string | null
  /** The version that the person knows of: what was refused before it is over. */
  known?: number
}

export type DecisionReply = { result: SubmissionResult<string[]> }

/** One fetcher for all decisions of one press on a request, so that whatever is refused is said in one place. */
function useDecision(target: Pick<DecisionTarget, 'id'>) {
  return useFetcher<DecisionReply>({ key: `decision-${target.id}` })
}

/** The same request, which stays in view after what does not end its triage. */
export function stay(target: DecisionTarget): DecisionTarget {
  return { ...target, next: target.here }
}

/** A form that decides with one press of a button inside it. */
export function DecisionForm({
  target,
  noun,
  fields = {},
  className,
  children,
}: {
  target: DecisionTarget
  /** Last part of the address: `link`. */
  noun: string
  fields?: Readonly<Record<string, string | number>>
  className?: string
  children: ReactNode
}) {
  const { Form } = useDecision(target)
  return (
    <Form method="post" action={`/requests/${target.id}/${noun}`} className={className}>
      <HiddenFields values={{ version: target.version, next: target.next, ...fields }} />
      {children}
    </Form>
  )
}

/** What refused the last one-press decision: a rule, or somebody who was quicker. */
export function DecisionRefusal({ target }: { target: DecisionTarget }) {
  const { data } = useDecision(target)
  const said = Object.values(data?.result.error ?? {}).flatMap((errors) => errors ?? [])
  if (said.length === 0) return null
  return (
    <div className="px-6 pb-3 max-md:px-4">
      <Callout
        tone="risk"
        live
        action={
          <Link to={target.here} className="shrink-0 underline underline-offset-2">
            See it as it is now
          </Link>
        }
      >
        {said.join(' ')}
      </Callout>
    </div>
  )
}
