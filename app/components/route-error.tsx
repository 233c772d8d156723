import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ErrorPanel } from '#app/components/ui/error-panel.tsx'

/**
 * The error boundary of any route: the words of a refusal, the status of an answer, and for a bug no details.
 * `requestId` helps to find a bug in the log; `action` is the way back, to the start unless told otherwise.
 */
export function RouteError({ requestId, action }: { requestId?: string; action?: ReactNode }) {
  const error = useRouteError()
  if (!isRouteErrorResponse(error)) {
    return <ErrorPanel status={500} requestId={requestId} action={action} />
  }
  const refusal = error.status < 500 && typeof error.data === 'string' ? error.data : undefined
  return (
    <ErrorPanel
      status={error.status}
      message={isPhrase(refusal) ? refusal : undefined}
      requestId={error.status >= 500 ? requestId : undefined}
      action={action}
    />
  )
}

/** The router's own refusals (`Error: No route matches URL …`) are not meant for people. */
function isPhrase(text: string | undefined): boolean {
  return text !== undefined && text !== '' && !text.startsWith('Error:')
}
