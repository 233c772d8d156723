import { randomUUID } from 'node:crypto'

import type { RequestHandler } from 'express'

import { logger } from './logger.server.ts'

/**
 * One line a request: id, method, path, status, milliseconds and, once known, the person. A request
 * may bring its id from a proxy in `X-Request-Id`; the answer carries it.
 */
export const requestLog: RequestHandler = (request, response, next) => {
  const started = performance.now()
  const brought = request.get('x-request-id') ?? ''
  const id = /^[\w-]{8,64}$/.test(brought) ? brought : randomUUID()
  response.locals['requestId'] = id
  response.setHeader('X-Request-Id', id)
  response.once('close', () => {
    logger.info({
      id,
      method: request.method,
      path: pathForLog(request.originalUrl),
      status: response.statusCode,
      ms: Math.round(performance.now() - started),
      actor: response.locals['actorId'] as number | undefined,
      ...(response.writableFinished ? {} : { aborted: true }),
    })
  })
  next()
}

/**
 * The path without its query, and with `[secret]` for every part long enough to be a token: links to
 * a publication, an invitation or a password reset are keys.
 */
export function pathForLog(url: string): string {
  const path = url.replace(/[?#].*$/s, '')
  return path.replace(/[\w%~-]{20,}(?=\/|\.data$|$)/g, '[secret]').slice(0, 300)
}
