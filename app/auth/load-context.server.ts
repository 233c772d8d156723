import type { Response } from 'express'

import type { SessionPerson } from './lucia.server.ts'

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    /** For the `nonce` of every inline script. */
    cspNonce: string
    /** Names this request in the log and on an error page. */
    requestId: string
    /** The address the request came from, for limits. */
    ip: string
    /** Who is signed in. */
    person: SessionPerson | null
  }
}

/** What loaders and actions are told about their request. */
export function loadContext(ip: string, locals: Response['locals']) {
  return {
    cspNonce: String(locals['cspNonce']),
    requestId: String(locals['requestId']),
    ip,
    person: (locals['person'] as SessionPerson | null | undefined) ?? null,
  }
}
