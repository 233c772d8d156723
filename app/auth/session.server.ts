import type { RequestHandler } from 'express'

import { findSession } from './lucia.server.ts'

/**
 * Reads the session, once a request: `response.locals.person` for the loaders, `actorId` for the log.
 * A session in use is prolonged, and a void cookie taken away.
 */
export const readSession: RequestHandler = (request, response, next) => {
  findSession(request.get('cookie') ?? '').then(({ person, setCookie }) => {
    response.locals['person'] = person
    response.locals['actorId'] = person?.id
    if (setCookie) response.append('Set-Cookie', setCookie)
    next()
  }, next)
}
