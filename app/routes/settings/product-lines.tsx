import { redirect, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'

import { Badge } from '#app/components/ui/badge.tsx'
import { Section } from '#app/components/ui/page.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import {
  addProductLine,
  listProductLinesForSettings,
} from '#app/domain/organisation/product-lines.server.ts'
import { newProductLineSchema } from '#app/domain/organisation/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { OneBoxForm } from './one-box-form.tsx'

export const meta: MetaFunction = () => [{ title: 'Product lines · Causeway' }]

export const loader = privateLoader('settings.manage', async (ctx) => ({
  lines: await listProductLinesForSettings(ctx),
}))

export const action = privateAction('settings.manage', async (ctx, { request }) =>
  handleForm(await request.formData(), newProductLineSchema, async (input) => {
    const id = await addProductLine(ctx, input)
    return redirect(`/settings/product-lines/${id}`)
  }),
)

export default function ProductLines() {
  const { lines } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  return (
    <>
      <Section title="Product lines">
        <Table caption="Product lines" plain>
          <THead>
            <Th card="title">Name</Th>
            <Th numeric>Open requests</Th>
            <Th numeric>Open items</Th>
          </THead>
          <TBody>
            {lines.map((line) => {
              const href = `/settings/product-lines/${line.id}`
              return (
                <Tr key={line.id} href={href}>
                  <Td card="title" title={line.name}>
                    <Link to={href} className="hover:underline">
                      {line.name}
                    </Link>{' '}
                    {line.archivedAt ? <Badge>put away</Badge> : null}
                  </Td>
                  <Td label="Open requests" numeric>
                    {line.openRequests}
                  </Td>
                  <Td label="Open items" numeric>
                    {line.openItems}
                  </Td>
                </Tr>
              )
            })}
          </TBody>
        </Table>
      </Section>
      <Section title="Add a product line">
        <OneBoxForm
          id="add-product-line"
          hidden={{}}
          schema={newProductLineSchema}
          label="Name"
          button="Add"
          result={result}
        />
      </Section>
    </>
  )
}
