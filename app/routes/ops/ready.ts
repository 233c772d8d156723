import { findReasonNotReady } from '#app/domain/operations/readiness.server.ts'

/** The process can serve: 200, or 503 with the reason. */
export async function loader() {
  const reason = await findReasonNotReady()
  return new Response(reason === null ? 'ready\n' : `${reason}\n`, {
    status: reason === null ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  })
}
