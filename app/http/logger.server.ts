import pino from 'pino'

import { env } from '#app/env.server.ts'

/** JSON lines on standard output. Never log a body, a cookie, a token or a query string. */
export const logger = pino({
  level: env().LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: describeError },
})

/**
 * What the log says of an error. A failed query carries its parameters in its message and its stack,
 * and those hold what people typed and hashes of secrets: of it only the text and the cause are kept.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) }
  const code = 'code' in error ? { code: error.code } : {}
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) }
  if (!('query' in error)) {
    return { type: error.name, message: error.message, ...code, stack: error.stack, ...cause }
  }
  const where = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    message: 'Failed query',
    ...code,
    query: error.query,
    stack: where?.join('\n'),
    ...cause,
  }
}
