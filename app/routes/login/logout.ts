import { redirect, type ActionFunctionArgs } from '@remix-run/node'

import { endSession } from '#app/auth/lucia.server.ts'

/** An address typed by hand signs nobody out; only the button does. */
export function loader() {
  return redirect('/')
}

export async function action({ request }: ActionFunctionArgs) {
  const cookie = await endSession(request.headers.get('cookie') ?? '')
  return redirect('/login', { headers: { 'Set-Cookie': cookie } })
}
