import type { RequestHandler } from 'express'

import { env } from '#app/env.server.ts'

type Headers = Readonly<Record<'origin' | 'site' | 'host', string | undefined>>

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses every write that does not come from a page of ours. */
export const originCheck: RequestHandler = (request, response, next) => {
  const headers = {
    origin: request.get('origin'),
    site: request.get('sec-fetch-site'),
    host: request.get('host'),
  }
  if (SAFE.has(request.method) || comesFromUs(headers, env().PUBLIC_URL)) return next()
  response
    .status(403)
    .type('text/plain')
    .send('This request did not come from a page of Causeway. Open the page again and repeat it.')
}

/**
 * Gives a request the host that people use, whatever a proxy made of it on the way: Remix compares the host with
 * the origin once more, and refuses what does not match as if it were a fault of ours.
 */
export const publicHost: RequestHandler = (request, _response, next) => {
  const { PUBLIC_URL } = env()
  if (PUBLIC_URL) {
    request.headers.host = hostOf(PUBLIC_URL)
    delete request.headers['x-forwarded-host']
  }
  next()
}

/**
 * Whether the browser says that the request comes from our own pages. What says nothing at all is
 * refused too: every browser of today sends `Origin` with a write.
 *
 * @param publicUrl the address people use; without it the request's own host is ours
 */
export function comesFromUs(headers: Headers, publicUrl?: string): boolean {
  if (headers.site !== undefined && headers.site !== 'same-origin') return false
  if (headers.origin === undefined) return headers.site === 'same-origin'
  const ours = publicUrl ? hostOf(publicUrl) : headers.host
  return ours !== undefined && hostOf(headers.origin) === ours
}

/** A browser sends the word null where it will not say. */
function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host : undefined
}
