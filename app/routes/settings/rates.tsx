import { redirect, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'

import { TimeText } from '#app/components/date-text.tsx'
import {
  FormErrors,
  FormFoot,
  HiddenFields,
  Saved,
  TextField,
} from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button } from '#app/components/ui/button.tsx'
import { Section } from '#app/components/ui/page.tsx'
import { getPlanRates } from '#app/domain/organisation/get-plan-rates.server.ts'
import { listRateVersions, setPlanRates } from '#app/domain/organisation/rates.server.ts'
import { ratesSchema } from '#app/domain/organisation/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { PairRows } from './pair-rows.tsx'

export { revalidateAlsoOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction = () => [{ title: 'Plan rates · Causeway' }]

const BLANK_ROWS = 3

export const loader = privateLoader('settings.manage', async (ctx) => {
  const [{ versionId, base, rates }, versions] = await Promise.all([
    getPlanRates(ctx),
    listRateVersions(ctx),
  ])
  return {
    base,
    versionId,
    rates: Object.entries(rates).map(([currency, rate]) => ({ currency, rate: decimal(rate) })),
    versions,
    now: ctx.now,
  }
})

/** As people write it: 0.0000005 and not 5e-7. */
function decimal(rate: number): string {
  return rate.toFixed(10).replace(/\.?0+$/, '')
}

export const action = privateAction('settings.manage', async (ctx, { request }) =>
  handleForm(await request.formData(), ratesSchema, async (input) => {
    await setPlanRates(ctx, input)
    return redirect('/settings/rates?saved=1')
  }),
)

export default function Rates() {
  const loaded = useLoaderData<typeof loader>()
  return (
    <>
      <RatesForm key={loaded.versionId} {...loaded} />
      <Section title="Versions">
        <ul className="divide-y divide-line border-y">
          {loaded.versions.map((version) => (
            <li key={version.id} className="flex min-h-row items-center gap-3 py-1.5">
              <span className="min-w-0 flex-1 wrap-anywhere">{version.reason}</span>
              <span className="text-small text-muted">
                {version.createdBy}, <TimeText at={version.createdAt} now={loaded.now} />
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function RatesForm({
  base,
  versionId,
  rates,
}: {
  base: string
  versionId: number | null
  rates: { currency: string; rate: string }[]
}) {
  const [search] = useSearchParams()
  const blank = Array.from({ length: BLANK_ROWS }, () => ({}))
  const [form, fields] = useActionForm(ratesSchema, {
    id: 'rates',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { rates: [...rates, ...blank] },
  })
  const rows = fields.rates.getFieldList().map((row) => {
    const { currency, rate } = row.getFieldset()
    return { key: row.id, first: currency, second: rate }
  })
  return (
    <Section title="Plan rates">
      <p className="mb-3 text-body text-muted">
        How many {base} one unit of each currency counts. A change is a new version; publications
        keep the one they were made with.
      </p>
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
        <FormErrors errors={form.errors} />
        {versionId === null ? null : <HiddenFields values={{ wasVersionId: versionId }} />}
        <PairRows labels={['Currency', `${base} for one`]} rows={rows} />
        <div className="mt-4">
          <TextField
            field={fields.reason}
            label="Reason"
            hint="Such as: rates of the 3rd quarter."
          />
        </div>
        <FormFoot>
          <Button variant="primary">Put in force</Button>
          <Saved when={search.has('saved') && !form.errors} />
        </FormFoot>
      </Form>
    </Section>
  )
}
