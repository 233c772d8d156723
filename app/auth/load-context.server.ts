import type { Request, Response } from 'express'

import { networkOf } from '#app/lib/network.ts'

import type { SessionPerson } from './lucia.server.ts'

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    /** For the `nonce` of every inline script. */
    cspNonce: string
    /** Names this request in the log and on an error page. */
    requestId: string
    /** The network the request came from, for limits. */
    ip: string
    /** Whether something is written. A loader that runs after an action is told of a GET. */
    writes: boolean
    /** Who is signed in. */
    person: SessionPerson | null
  }
}

/** What loaders and actions are told about their request. */
export function loadContext({ ip, method }: Request, locals: Response['locals']) {
  return {
    cspNonce: String(locals['cspNonce']),
    requestId: String(locals['requestId']),
    ip: networkOf(ip ?? ''),
    writes: method !== 'GET' && method !== 'HEAD',
    person: (locals['person'] as SessionPerson | null | undefined) ?? null,
  }
}
