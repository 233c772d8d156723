/** The process is alive; says nothing of the database. */
export function loader() {
  return new Response('ok\n', { headers: { 'Cache-Control': 'no-store' } })
}
