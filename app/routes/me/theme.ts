import { redirect } from '@remix-run/node'

import { setTheme } from '#app/domain/people/own-profile.server.ts'
import { themeSchema } from '#app/domain/people/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { leadsTo, privateAction } from '#app/http/route.server.ts'
import { safePath } from '#app/lib/safe-path.ts'

export const loader = leadsTo('read', () => '/me')

/** Chooses the theme and returns to the page where it was chosen. */
export const action = privateAction('read', async (ctx, { request }) => {
  const body = await request.formData()
  return handleForm(body, themeSchema, async (input) => {
    await setTheme(ctx, input)
    return redirect(safePath(String(body.get('returnTo'))))
  })
})

export { default, ErrorBoundary } from '#app/components/post-only.tsx'
