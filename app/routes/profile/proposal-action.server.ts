import type { SubmissionResult } from '@conform-to/react'
import { data, redirect, type TypedResponse } from '@remix-run/node'

import { draftSchema, type DraftMeasure } from '#app/domain/icp/draft.ts'
import { measureDraft } from '#app/domain/icp/measure-draft.server.ts'
import { proposeProfile } from '#app/domain/icp/propose-profile.server.ts'
import { proposalSchema } from '#app/domain/icp/schemas.ts'
import { handleForm, readForm } from '#app/http/form.server.ts'
import { privateAction } from '#app/http/route.server.ts'
import { readSubmission } from '#app/http/submission.server.ts'

type Answer = { result: SubmissionResult<string[]>; measure?: DraftMeasure }

/** What the proposal's form sends: the text, or before that the wish to see it counted, without JavaScript. */
export const proposalAction = privateAction(
  'profile.propose',
  async (ctx, { request }): Promise<ReturnType<typeof data<Answer>> | TypedResponse<never>> => {
    const body = await request.formData()
    if (body.get('intent') !== 'count') {
      return handleForm(body, proposalSchema, async (proposal) =>
        redirect(`/profiles/${await proposeProfile(ctx, proposal)}`),
      )
    }
    const measure = await measureDraft(ctx, readForm(body, draftSchema))
    return data({ result: readSubmission(body, proposalSchema).reply(), measure })
  },
)
