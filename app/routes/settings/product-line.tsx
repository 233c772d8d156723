import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { FormErrors } from '#app/components/forms/fields.tsx'
import { answerTo } from '#app/components/forms/use-action-form.ts'
import { Badge } from '#app/components/ui/badge.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Section } from '#app/components/ui/page.tsx'
import { listAreasForSettings } from '#app/domain/organisation/areas.server.ts'
import { getProductLine } from '#app/domain/organisation/product-lines.server.ts'
import {
  newAreaSchema,
  productLineSchema,
  renameAreaSchema,
  renameProductLineSchema,
} from '#app/domain/organisation/schemas.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { changeProductLine } from './change-product-line.server.ts'
import { OneBoxForm, OneButtonForm } from './one-box-form.tsx'

export { revalidateAlsoOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.line.name ?? 'Product line'} · Causeway` },
]

export const loader = privateLoader('settings.manage', async (ctx, { params }) => {
  const productLineId = productLineSchema.safeParse(params).data?.productLineId ?? 0
  const [line, areas] = await Promise.all([
    getProductLine(ctx, productLineId),
    listAreasForSettings(ctx, productLineId),
  ])
  return { line, areas }
})

export const action = privateAction('settings.manage', (ctx, { request, params }) =>
  changeProductLine(ctx, request, String(params.productLineId)),
)

export default function ProductLine() {
  const { line, areas } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  const fate = { intent: line.archivedAt ? 'restore' : 'archive', productLineId: line.id }
  return (
    <>
      <Section
        title={line.name}
        aside={line.archivedAt ? <Badge>put away</Badge> : null}
        actions={<ButtonLink to="/settings/product-lines">All product lines</ButtonLink>}
      >
        <FormErrors errors={answerTo(result, fate)?.error?.[''] ?? undefined} />
        <div className="flex items-start gap-2">
          {line.archivedAt ? (
            <p className="flex-1 text-body text-muted">Nothing new goes here.</p>
          ) : (
            <OneBoxForm
              key={line.name}
              id="rename-product-line"
              hidden={{ intent: 'rename', productLineId: line.id }}
              version={line.version}
              schema={renameProductLineSchema}
              label="Name"
              name={line.name}
              button="Rename"
              result={result}
            />
          )}
          <OneButtonForm
            hidden={fate}
            label={`${line.archivedAt ? 'Use' : 'Put away'} ${line.name}`}
          >
            {line.archivedAt ? 'Use again' : 'Put away'}
          </OneButtonForm>
        </div>
      </Section>
      {line.archivedAt ? null : (
        <Section title="Areas">
          <ul className="space-y-2">
            {areas.map((area) => (
              <li key={area.id}>
                <Area area={area} result={result} />
              </li>
            ))}
            <li>
              <OneBoxForm
                key={areas.length}
                id="add-area"
                hidden={{ intent: 'add-area', productLineId: line.id }}
                schema={newAreaSchema}
                label="New area"
                button="Add"
                result={result}
              />
            </li>
          </ul>
        </Section>
      )}
    </>
  )
}

type AreaProps = {
  area: { id: number; name: string; version: number; archivedAt: Date | null }
  result: Parameters<typeof answerTo>[0]
}

function Area({ area, result }: AreaProps) {
  const away = area.archivedAt !== null
  const fate = { intent: away ? 'restore-area' : 'archive-area', areaId: area.id }
  return (
    <>
      <FormErrors errors={answerTo(result, fate)?.error?.[''] ?? undefined} />
      <div className="flex items-start gap-2">
        {away ? (
          <p className="flex min-h-control min-w-0 flex-1 items-center gap-2 text-muted">
            {area.name} <Badge>put away</Badge>
          </p>
        ) : (
          <OneBoxForm
            key={area.name}
            id={`area-${area.id}`}
            hidden={{ intent: 'rename-area', areaId: area.id }}
            version={area.version}
            schema={renameAreaSchema}
            label="Area"
            name={area.name}
            button="Rename"
            result={result}
          />
        )}
        <OneButtonForm hidden={fate} label={`${away ? 'Use' : 'Put away'} ${area.name}`}>
          {away ? 'Use again' : 'Put away'}
        </OneButtonForm>
      </div>
    </>
  )
}
