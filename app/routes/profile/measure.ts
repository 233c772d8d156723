import { draftSchema } from '#app/domain/icp/draft.ts'
import { measureDraft } from '#app/domain/icp/measure-draft.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { leadsTo, privateAction } from '#app/http/route.server.ts'

export const loader = leadsTo('read', () => '/profiles')

/** `POST /profiles/measure`: how our accounts stand against a proposal, while somebody writes it. */
export const action = privateAction('profile.propose', async (ctx, { request }) =>
  Response.json(await measureDraft(ctx, await parseForm(request, draftSchema))),
)
