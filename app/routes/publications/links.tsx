import type { MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'

import { CopyField } from '#app/components/copy-field.tsx'
import { TimeText } from '#app/components/date-text.tsx'
import { FormErrors, FormFoot, TextField } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { FieldGroup } from '#app/components/ui/field.tsx'
import { Checkbox } from '#app/components/ui/inputs.tsx'
import { PageBody, PageHeader, Section } from '#app/components/ui/page.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import { getPublication } from '#app/domain/publications/get-publication.server.ts'
import { shareSchema } from '#app/domain/publications/schemas.ts'
import { createShareLink, listShareLinks } from '#app/domain/publications/share-links.server.ts'
import { addressFor } from '#app/http/address.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'
import { formatDay } from '#app/lib/dates.ts'

export const meta: MetaFunction = () => [{ title: 'Secret links · Causeway' }]

/** `/publications/:id/links`: who outside may read it, by secret links that expire and can be revoked. */
export const loader = privateLoader('backlog.publish', async (ctx, { params }) => {
  const { id, number, view } = await getPublication(ctx, idParam(params['id'], 'The publication'))
  const links = await listShareLinks(ctx, id)
  return {
    id,
    number,
    productLine: view.productLine,
    links: links.map((link) => ({ ...link, works: works(link, ctx.now) })),
    now: ctx.now,
  }
})

function works(link: { revokedAt: Date | null; expiresAt: Date | null }, now: Date): boolean {
  return link.revokedAt === null && (link.expiresAt === null || link.expiresAt > now)
}

export const action = privateAction('backlog.publish', async (ctx, { request, params }) => {
  const id = idParam(params['id'], 'The publication')
  return handleForm(await request.formData(), shareSchema, async (input) => ({
    result: null,
    link: addressFor(request, `/p/${await createShareLink(ctx, id, input)}`),
  }))
})

export default function Links() {
  const { id, number, productLine, links, now } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useActionForm(shareSchema, { id: 'share', lastResult: answer?.result })
  return (
    <div className="[--gutter:24px]">
      <PageHeader
        title="Secret links"
        aside={
          <Link to={`/publications/${id}`} className="text-small text-muted underline">
            {productLine}, no. {number}
          </Link>
        }
      />
      <PageBody width="prose">
        {answer && 'link' in answer ? (
          <Callout live title="Copy the link now; it is shown only once." className="mb-4">
            <CopyField label="Secret link" value={answer.link} />
          </Callout>
        ) : null}
        <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
          <FormErrors errors={form.errors} />
          <div className="max-w-form space-y-4">
            <FieldGroup id="share-shows" label="Besides ranks, titles and status it shows">
              <Checkbox id="share-accounts" name={fields.showAccounts.name} label="Account names" />
              <Checkbox
                id="share-money"
                name={fields.showMoney.name}
                label="Money"
                description="ARR at risk, what can be saved, scores"
              />
            </FieldGroup>
            <TextField
              field={fields.expiresOn}
              label="Last day"
              aside="empty: until you revoke it"
              type="date"
            />
          </div>
          <FormFoot>
            <Button variant="primary">Make a link</Button>
          </FormFoot>
        </Form>
        <Section title="Links">
          {links.length === 0 ? (
            <EmptyState title="No links yet">
              Whoever has a link can read this one publication, without signing in.
            </EmptyState>
          ) : (
            <Table caption="Secret links, newest first" fixed plain>
              <THead>
                <Th>Made</Th>
                <Th>Shows</Th>
                <Th>Works</Th>
                <Th className="w-24" />
              </THead>
              <TBody>
                {links.map((link) => (
                  <Tr key={link.id}>
                    <Td label="Made">
                      <TimeText at={link.createdAt} now={now} /> by {link.createdBy}
                    </Td>
                    <Td label="Shows">
                      {[link.showAccounts ? 'accounts' : '', link.showMoney ? 'money' : '']
                        .filter(Boolean)
                        .join(', ') || 'ranks only'}
                    </Td>
                    <Td label="Works">{state(link)}</Td>
                    <Td>
                      {link.works ? (
                        <Form method="post" action={`/links/${link.id}/revocation`}>
                          <Button size="small" variant="danger">
                            Revoke
                          </Button>
                        </Form>
                      ) : null}
                    </Td>
                  </Tr>
                ))}
              </TBody>
            </Table>
          )}
        </Section>
        <ButtonLink variant="quiet" to={`/publications/${id}`} className="mt-4">
          Back to the publication
        </ButtonLink>
      </PageBody>
    </div>
  )
}

function state(link: { works: boolean; revokedAt: Date | null; lastDay: string | null }): string {
  if (link.revokedAt !== null) return 'revoked'
  if (!link.works) return 'expired'
  return link.lastDay === null ? 'until revoked' : `until ${formatDay(link.lastDay)}`
}
