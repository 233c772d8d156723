import { redirect, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'

import { FormErrors, FormFoot, TextAreaField, TextField } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { MoneyText } from '#app/components/money-text.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { Checkbox } from '#app/components/ui/inputs.tsx'
import { PageBody, PageHeader, Section } from '#app/components/ui/page.tsx'
import { may } from '#app/auth/permissions.ts'
import { listProductLines } from '#app/domain/organisation/get-navigation.server.ts'
import { composePublication } from '#app/domain/publications/compose.server.ts'
import { publishBacklog } from '#app/domain/publications/publish-backlog.server.ts'
import { publishSchema } from '#app/domain/publications/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

export const meta: MetaFunction = () => [{ title: 'Publish · Causeway' }]

/** `/publications/new?line=`: what would be published now, and the one button; without a line, which one. */
export const loader = privateLoader('backlog.publish', async (ctx, { request }) => {
  const slug = new URL(request.url).searchParams.get('line')
  const lines = await listProductLines(ctx)
  const line = lines.find((one) => one.slug === slug) ?? (lines.length === 1 ? lines[0] : undefined)
  if (!line) return { lines, draft: null }
  const { content, number } = await composePublication(ctx, line.id)
  return {
    lines,
    draft: {
      line,
      number,
      items: content.items.length,
      notEstimated: content.items.filter((item) => !item.estimated).length,
      accounts: content.totals.accounts,
      arrAtRisk: may(ctx.actor, 'revenue.read') ? content.totals.arrAtRisk : null,
      currency: content.rates.base,
      changes: content.changes.length,
      kept: content.items.flatMap(({ itemId, title, rank, scoredRank, kept }) =>
        kept ? { itemId, title, rank, scoredRank } : [],
      ),
      since: content.since,
      profile: content.profile?.number ?? null,
    },
  }
})

export const action = privateAction('backlog.publish', async (ctx, { request }) =>
  handleForm(await request.formData(), publishSchema, async (input) =>
    redirect(`/publications/${await publishBacklog(ctx, input)}`),
  ),
)

export default function NewPublication() {
  const { lines, draft } = useLoaderData<typeof loader>()
  return (
    <div className="[--gutter:24px]">
      <PageHeader title="Publish the backlog" />
      <PageBody width="form">
        {draft === null ? (
          <>
            <p className="pb-2 text-muted">Which product line?</p>
            <ul className="flex flex-wrap gap-2">
              {lines.map((line) => (
                <li key={line.slug}>
                  <ButtonLink to={`/publications/new?line=${line.slug}`}>{line.name}</ButtonLink>
                </li>
              ))}
            </ul>
          </>
        ) : draft.items === 0 ? (
          <EmptyState
            title={`${draft.line.name} has nothing to publish`}
            action={
              <ButtonLink to={`/backlog?line=${draft.line.slug}`}>Look at the backlog</ButtonLink>
            }
          >
            A publication shows the open items of a product line, and this one has none.
          </EmptyState>
        ) : (
          <PublishForm key={draft.line.slug} draft={draft} />
        )}
      </PageBody>
    </div>
  )
}

const count = (n: number, word: string) => `${n} ${n === 1 ? word : `${word}s`}`

type Draft = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['draft']>

function PublishForm({ draft }: { draft: Draft }) {
  const answer = useActionData<typeof action>()
  const [form, fields] = useActionForm(publishSchema, {
    id: 'publish',
    lastResult: answer?.result,
    defaultValue: {
      productLineId: String(draft.line.id),
      expectedNumber: String(draft.number),
      title: 'What we build next, and why',
    },
  })
  return (
    <>
      <p>
        {draft.line.name}, no. {draft.number}: {count(draft.items, 'item')} that{' '}
        {count(draft.accounts, 'account')} asked for
        {draft.arrAtRisk === null ? null : (
          <>
            , with <MoneyText full amount={{ value: draft.arrAtRisk, currency: draft.currency }} />{' '}
            at risk
          </>
        )}
        .{' '}
        {draft.since === null
          ? 'It is the first.'
          : `${count(draft.changes, 'change')} since no. ${draft.since}.`}
      </p>
      <div className="space-y-2 pt-3 empty:hidden">
        {draft.profile === null ? (
          <Callout tone="watch">
            No profile is in force, so every account weighs the same.{' '}
            <Link to={`/profiles?line=${draft.line.slug}`} className="underline">
              Propose one
            </Link>
          </Callout>
        ) : null}
        {draft.notEstimated > 0 ? (
          <Callout tone="watch">
            {draft.notEstimated} {draft.notEstimated === 1 ? 'item is' : 'items are'} not estimated
            and will be published with that mark.{' '}
            <Link to={`/backlog?line=${draft.line.slug}&unestimated=1`} className="underline">
              Look at {draft.notEstimated === 1 ? 'it' : 'them'}
            </Link>
          </Callout>
        ) : null}
      </div>
      <KeptPlaces draft={draft} />
      <Section title="What goes with it">
        <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
          <FormErrors errors={form.errors} />
          <input type="hidden" name="productLineId" value={draft.line.id} />
          <input type="hidden" name="expectedNumber" value={draft.number} />
          <div className="space-y-4">
            <TextField field={fields.title} label="Title" />
            <TextAreaField field={fields.note} label="Note" aside="optional, shown to everybody" />
            {draft.since === null ? null : (
              <Checkbox
                id={fields.newCycle.id}
                name={fields.newCycle.name}
                defaultChecked={fields.newCycle.initialValue === 'on'}
                label="New planning cycle: take the order as scored"
                description="Otherwise an item keeps its place where only the calendar moved for it and the new order is less than 80 % sure."
              />
            )}
          </div>
          <p className="pt-3 text-small text-muted">
            The whole company can read it. It never changes afterwards, whatever happens to items,
            accounts or people.
          </p>
          <FormFoot>
            <Button variant="primary">Publish no. {draft.number}</Button>
            <ButtonLink variant="quiet" to={`/backlog?line=${draft.line.slug}`}>
              Back to the backlog
            </ButtonLink>
          </FormFoot>
        </Form>
      </Section>
    </>
  )
}

/** Items that stand at another rank than their score gives, and why. */
function KeptPlaces({ draft: { kept, since } }: { draft: Draft }) {
  if (kept.length === 0) return null
  return (
    <Section
      title={`${count(kept.length, 'item')} kept ${kept.length === 1 ? 'its' : 'their'} place`}
    >
      <p className="text-muted">
        Since no. {since} only the calendar moved for {kept.length === 1 ? 'it' : 'them'}, and the
        new order is less than 80 % sure. A new planning cycle takes the order as scored.
      </p>
      <ul className="pt-1">
        {kept.map(({ itemId, title, rank, scoredRank }) => (
          <li key={itemId} className="flex gap-3 border-b py-1">
            <Link to={`/items/${itemId}`} dir="auto" className="min-w-0 flex-1 truncate underline">
              {title}
            </Link>
            <span className="text-muted tabular-nums">
              rank {rank}, by score {scoredRank}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
