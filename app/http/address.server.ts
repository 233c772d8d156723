import { env } from '#app/env.server.ts'

/**
 * The address under which people reach a path: `PUBLIC_URL`, or where the app listens. Never the `Host` of
 * a request, which whoever asks for a reset link could choose.
 */
export function publicAddress(path: string): string {
  const { PUBLIC_URL, HOST, PORT } = env()
  return new URL(path, PUBLIC_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`)
    .href
}

/** The same for a link that a signed-in person copies: without `PUBLIC_URL`, the address they use themselves. */
export function addressFor(request: Request, path: string): string {
  return new URL(path, env().PUBLIC_URL ?? new URL(request.url).origin).href
}
