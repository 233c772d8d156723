import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { CommentForm } from '#app/components/comments/comment-form.tsx'
import { RouteError } from '#app/components/route-error.tsx'
import { commentOnItem } from '#app/domain/items/comment-on-item.server.ts'
import { getItem } from '#app/domain/items/get-item.server.ts'
import { commentSchema } from '#app/domain/comments/schemas.ts'
import { listActivePeople } from '#app/domain/people/list-people.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'
import { safePath } from '#app/lib/safe-path.ts'

import { ItemFormPage } from './item-form-page.tsx'
import { itemIdOf } from './subject.server.ts'

export const meta: MetaFunction = () => [{ title: 'Comment · Causeway' }]

/** The page that is shown, without JavaScript, when a comment was refused. */
export const loader = privateLoader('item.comment', async (ctx, args: LoaderFunctionArgs) => {
  const people = await listActivePeople(ctx)
  return { item: await getItem(ctx, itemIdOf(args)), people: people.map(({ name }) => name) }
})

export const action = privateAction('item.comment', async (ctx, args) => {
  const itemId = itemIdOf(args)
  const body = await args.request.formData()
  const back = body.get('back')
  return handleForm(body, commentSchema, async (value) => {
    await commentOnItem(ctx, { itemId, ...value })
    const page = `/items/${itemId}?tab=discussion`
    return redirect(safePath(typeof back === 'string' ? back : null, page))
  })
})

export default function Comments() {
  const { item, people } = useLoaderData<typeof loader>()
  return (
    <ItemFormPage title="Comment" item={item}>
      <CommentForm
        action={`/items/${item.id}/comments`}
        people={people}
        back={`/items/${item.id}?tab=discussion`}
        lastResult={useActionData<typeof action>()?.result}
      />
    </ItemFormPage>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
