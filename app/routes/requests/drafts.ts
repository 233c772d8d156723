import { redirect, type ActionFunctionArgs } from '@remix-run/node'

import { INTENT } from '#app/components/requests/intent.ts'
import { readDraftFields } from '#app/domain/requests/draft.ts'
import { forgetDraft, keepDraft, saveDraft } from '#app/domain/requests/drafts.server.ts'
import { leadsTo, privateAction } from '#app/http/route.server.ts'

export const loader = leadsTo('read', () => '/requests/new')

const save = privateAction('request.submit', async (ctx, { request }) => {
  const body = await request.formData()
  if (body.get(INTENT) === 'discard') {
    await forgetDraft(ctx)
    return redirect('/requests/new')
  }
  await saveDraft(ctx, readDraftFields(body))
  return Response.json({ kept: true })
})

/** `POST /drafts`: keeps the form as it stands, or throws it away. Signed out it is kept all the same, with status 401. */
export async function action(args: ActionFunctionArgs) {
  if (args.context.person) return save(args)
  const kept = await keepDraft(readDraftFields(await args.request.formData()), new Date())
  return Response.json({ kept }, { status: 401 })
}
