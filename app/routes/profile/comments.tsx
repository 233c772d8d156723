import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { may } from '#app/auth/permissions.ts'
import { CommentForm } from '#app/components/comments/comment-form.tsx'
import { CommentList } from '#app/components/comments/comment-list.tsx'
import { EditList } from '#app/components/profile/edit-list.tsx'
import { ProfileHeader } from '#app/components/profile/profile-header.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Select } from '#app/components/ui/inputs.tsx'
import { PageBody, Section } from '#app/components/ui/page.tsx'
import { listProfileComments } from '#app/domain/comments/list-comments.server.ts'
import { markMentionsRead } from '#app/domain/comments/mention-list.server.ts'
import { commentOnProfile } from '#app/domain/icp/comment-on-profile.server.ts'
import { threadsOf } from '#app/domain/icp/discussion.ts'
import { getProfile } from '#app/domain/icp/get-profile.server.ts'
import { commentOnProfileSchema } from '#app/domain/icp/schemas.ts'
import { listEdits } from '#app/domain/icp/list-edits.server.ts'
import { listActivePeople } from '#app/domain/people/list-people.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

export { revalidateAlsoOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction = () => [{ title: 'Discussion of a profile · Causeway' }]

/** `/profiles/:id/comments?on=`: what was said about a version and its criteria; `on` is the criterion to speak of. */
export const loader = privateLoader('read', async (ctx, { params, request }) => {
  const profile = await getProfile(ctx, idParam(params['id'], 'The profile'))
  const { id, number, line, state, version } = profile
  const criteria = profile.criteria.map(({ key, label }) => ({ key, label }))
  const mayComment = may(ctx.actor, 'profile.comment')
  const [comments, edits, people] = await Promise.all([
    listProfileComments(ctx, id),
    listEdits(ctx, id, profile),
    mayComment ? listActivePeople(ctx) : [],
  ])
  await markMentionsRead(ctx, { profileId: id })
  return {
    profile: { id, number, line, state, version },
    criteria,
    edits,
    threads: threadsOf(comments, criteria),
    people: people.map(({ name }) => name),
    on: new URL(request.url).searchParams.get('on') ?? '',
    mayComment,
    now: ctx.now,
  }
})

export const action = privateAction('profile.comment', async (ctx, { request, params }) => {
  const id = idParam(params['id'], 'The profile')
  return handleForm(await request.formData(), commentOnProfileSchema, async (value) => {
    const { commentId } = await commentOnProfile(ctx, id, value)
    return redirect(`/profiles/${id}/comments#comment-${commentId}`)
  })
})

export default function Comments() {
  const { profile, criteria, edits, threads, people, on, mayComment, now } =
    useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.result
  const about = lastResult?.initialValue?.['criterion'] ?? on
  const said = threads.reduce((sum, { comments }) => sum + comments.length, 0)
  return (
    <div className="[--gutter:24px]">
      <ProfileHeader profile={profile} />
      <PageBody width="prose" className="pt-4">
        {threads.length === 0 ? (
          <EmptyState title="Nobody has said anything yet">
            What both teams think of a criterion is best said here, before they sign.
          </EmptyState>
        ) : (
          threads.map(({ key, label, gone, comments }) => (
            <Section key={key} title={label} aside={gone ? 'no longer in it' : undefined}>
              <CommentList
                comments={comments}
                now={now}
                note={({ textVersion }) =>
                  textVersion < profile.version ? 'about an earlier text' : null
                }
              />
            </Section>
          ))
        )}
        {mayComment ? (
          <Section title="Say something">
            <CommentForm
              key={`${said} ${on}`}
              action={`/profiles/${profile.id}/comments`}
              people={people}
              back={`/profiles/${profile.id}/comments`}
              lastResult={lastResult}
            >
              <input type="hidden" name="version" value={profile.version} />
              <Field id="about" label="About" className="mb-3">
                <Select
                  name="criterion"
                  placeholder="The whole profile"
                  defaultValue={typeof about === 'string' ? about : ''}
                >
                  {criteria.map(({ key, label }) => (
                    <option key={key} value={key}>
                      {label}
                    </option>
                  ))}
                </Select>
              </Field>
            </CommentForm>
          </Section>
        ) : null}
        <EditList edits={edits} now={now} />
      </PageBody>
    </div>
  )
}
