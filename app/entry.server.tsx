import { PassThrough } from 'node:stream'

import {
  createReadableStreamFromReadable,
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { Router } from 'express'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'

import { loadContext } from '#app/auth/load-context.server.ts'
import { readSession } from '#app/auth/session.server.ts'
import { NonceProvider } from '#app/components/nonce.tsx'
import { bodyLimit } from '#app/http/body-limit.server.ts'
import { securityHeaders } from '#app/http/headers.server.ts'
import { logger } from '#app/http/logger.server.ts'
import { originCheck, publicHost } from '#app/http/origin.server.ts'
import { requestLog } from '#app/http/request-log.server.ts'

export { listenOn, startProcess as start, stopProcess as stop } from '#app/process.server.ts'

/** What server.ts runs before every request, in this order. */
export const middleware = Router().use(
  requestLog,
  securityHeaders,
  originCheck,
  publicHost,
  bodyLimit,
  readSession,
  (request, response, next) => {
    response.locals['loadContext'] = loadContext(request, response.locals)
    next()
  },
)

/** Milliseconds after which a page goes out as far as it is. */
export const streamTimeout = 10_000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { cspNonce, requestId }: AppLoadContext,
): Promise<Response> {
  // A crawler waits for the whole page; a reader sees the frame at once.
  const whole = isbot(request.headers.get('user-agent') ?? '')
  return new Promise((resolve, reject) => {
    let code = status
    const send = () => {
      const body = new PassThrough()
      headers.set('Content-Type', 'text/html; charset=utf-8')
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }))
      pipe(body)
    }
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={cspNonce}>
        <RemixServer context={remixContext} url={request.url} nonce={cspNonce} />
      </NonceProvider>,
      {
        nonce: cspNonce,
        [whole ? 'onAllReady' : 'onShellReady']: send,
        onShellError: reject,
        onError(error) {
          code = 500
          logger.error({ id: requestId, err: error }, 'render failed')
        },
      },
    )
    setTimeout(abort, streamTimeout + 1000).unref()
  })
}

/** A refusal or an unknown address is an answer; anything else that is thrown is a bug. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  logger.error({ id: context.requestId, err: error }, 'request failed')
}
