import { redirect } from '@remix-run/node'
import { z } from 'zod'

import { saveView, saveViewSchema } from '#app/domain/backlog/saved-views.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction } from '#app/http/route.server.ts'

const schema = saveViewSchema.extend({ line: z.string().max(100).default('') })

/** `POST /backlog/views`: keeps the present filters as a view. */
export const action = privateAction('read', async (ctx, { request }) =>
  handleForm(await request.formData(), schema, async ({ line, ...view }) => {
    await saveView(ctx, view)
    const params = new URLSearchParams(view.query)
    if (line) params.set('line', line)
    return redirect(`/backlog?${params}`)
  }),
)
