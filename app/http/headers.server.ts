import { randomBytes } from 'node:crypto'

import type { RequestHandler } from 'express'
import helmet from 'helmet'

import { env, isHttps } from '#app/env.server.ts'

/**
 * The security headers of every answer. Scripts run only from this origin or with the nonce of the
 * page, which is `response.locals.cspNonce`.
 */
export const securityHeaders: RequestHandler = (request, response, next) => {
  const nonce = randomBytes(16).toString('base64')
  response.locals['cspNonce'] = nonce
  const development = env().NODE_ENV === 'development'
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", `'nonce-${nonce}'`],
        // Positions and widths are style attributes, which have no nonce.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        // The development server reloads over a socket of its own.
        connectSrc: development ? ["'self'", 'ws:'] : ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isHttps() ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    frameguard: { action: 'deny' },
    // Links to publications and resets are keys; no other site gets to read them.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isHttps(),
  })(request, response, next)
}
