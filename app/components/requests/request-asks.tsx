import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'

import { Button } from '#app/components/ui/button.tsx'
import { cx } from '#app/lib/class-names.ts'
import type { RequestDetails } from '#app/domain/requests/request-details.ts'
import { isClaimAsked, type Ask as AskKind } from '#app/domain/requests/rules.ts'

import { ReplyForm } from './reply-form.tsx'

/** What the CSM is asked, each with its answer. What is open but not asked stands quietly below. */
export function RequestAsks({
  request,
  question,
  no,
}: {
  request: Pick<RequestDetails, 'id' | 'open' | 'asks' | 'solved'>
  /** What triage asked last. */
  question: string | null
  /** In which words Product said no. */
  no: string | null
}) {
  const { id, open, asks, solved } = request
  const claim = open.confirm ? claimWords(asks) : null
  return (
    <div className="space-y-2">
      {open.reply ? (
        <Ask title="Product asks">
          <ReplyForm requestId={id} question={question} />
        </Ask>
      ) : null}
      {open.accept ? (
        <Ask title="Product said no">
          {no ? (
            <blockquote dir="auto" className="text-body wrap-anywhere whitespace-pre-wrap">
              {no}
            </blockquote>
          ) : null}
          <p>
            Pass it on. Until you record that the customer accepts it, the account counts as at risk
            over it.
          </p>
          <Post action={`/requests/${id}/acceptance`}>
            <Button>The customer accepts it</Button>
          </Post>
        </Ask>
      ) : null}
      {open.solved ? (
        <Ask title={solvedTitle(solved)} settled={solved !== null}>
          <Post action={`/requests/${id}/outcome`}>
            {solved === true ? null : (
              <Button name="solved" value="yes">
                Yes, solved
              </Button>
            )}
            {solved === false ? null : (
              <Button name="solved" value="no">
                No, not solved
              </Button>
            )}
          </Post>
        </Ask>
      ) : null}
      {claim === null ? null : (
        <Ask title={claim.title}>
          <p>{claim.why}</p>
          <Post action={`/requests/${id}/confirmation`}>
            <Button>Yes, it still holds</Button>
          </Post>
        </Ask>
      )}
    </div>
  )
}

function claimWords(asks: readonly AskKind[]): { title: string; why: string } | null {
  if (asks.includes('expired')) {
    return {
      title: 'The claim has expired. Does it still hold?',
      why: 'Nobody has confirmed it for so long that it no longer counts. Confirmed, it counts in full again.',
    }
  }
  if (!isClaimAsked(asks)) return null
  return {
    title: 'Does the claim still hold?',
    why: 'A claim weighs less as it ages. Confirmed, it counts in full again.',
  }
}

function solvedTitle(solved: boolean | null): string {
  if (solved === null) return 'It is shipped. Does it solve their need?'
  return solved
    ? 'It is shipped and solves their need'
    : 'It is shipped and does not solve their need'
}

/** `settled` when it was answered before and can only be changed. */
function Ask({
  title,
  settled = false,
  children,
}: {
  title: string
  settled?: boolean
  children: ReactNode
}) {
  return (
    <section
      className={cx(
        'rounded-md border px-3 py-2.5',
        settled ? 'bg-sunken' : 'border-line-strong bg-watch-soft',
      )}
    >
      <h2>{title}</h2>
      <div className="mt-1 space-y-2">{children}</div>
    </section>
  )
}

function Post({ action, children }: { action: string; children: ReactNode }) {
  return (
    <Form method="post" action={action} preventScrollReset className="flex flex-wrap gap-2">
      {children}
    </Form>
  )
}
