import { getFormProps, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'

import { FormErrors, FormFoot, HiddenFields, TextAreaField } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { MoneyText } from '#app/components/money-text.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { mergeSchema } from '#app/domain/items/schemas.ts'
import { itemKey } from '#app/lib/readable-id.ts'

type Merged = { id: number; title: string; version: number; requests: number }

type MergeConfirmationProps = {
  item: Merged
  into: Merged
  /** Scores around the merge; null when the reader may not see revenue. */
  preview: {
    from: number
    intoBefore: number
    intoAfter: number
    rank: { before: number | null; after: number | null }
  } | null
  currency: string
  back: string
  result?: SubmissionResult<string[]> | null
}

/** What a merge would do, and the reason to give for it. */
export function MergeConfirmation(props: MergeConfirmationProps) {
  const { item, into, back, result } = props
  const [form, fields] = useActionForm(mergeSchema, { id: 'merge-items', lastResult: result })
  const moved = `${item.requests} ${item.requests === 1 ? 'request' : 'requests'}`
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormErrors errors={form.errors} id={form.errorId} />
      <HiddenFields
        values={{ version: item.version, intoId: into.id, intoVersion: into.version }}
      />
      <Effect {...props} />
      <p className="mt-3 text-muted">
        {moved} {item.requests === 1 ? 'moves' : 'move'} to {itemKey(into.id)}. Links to{' '}
        {itemKey(item.id)} lead there from now on. A contract of an account that asked for both
        counts once.
      </p>
      <TextAreaField field={fields.reason} label="Why" rows={2} className="mt-4" />
      <FormFoot>
        <Button variant="primary">Merge</Button>
        <ButtonLink to={`?${new URLSearchParams({ back })}`}>Choose another</ButtonLink>
        <ButtonLink variant="quiet" to={back}>
          Cancel
        </ButtonLink>
      </FormFoot>
    </Form>
  )
}

function Effect({ item, into, preview, currency }: MergeConfirmationProps) {
  const money = (value: number) => <MoneyText full amount={{ value, currency }} />
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-row">
        <caption className="sr-only">What the merge changes</caption>
        <thead>
          <tr className="border-b text-muted">
            <th scope="col" className="py-1 text-left font-regular">
              Item
            </th>
            <th scope="col" className="px-2 text-right font-regular">
              Before
            </th>
            <th scope="col" className="text-right font-regular">
              After
            </th>
          </tr>
        </thead>
        <tbody>
          <Named item={item} />
          {preview ? (
            <Row name="Score, a week" before={money(preview.from)} after="merged away" />
          ) : null}
          <Row name="Requests" before={item.requests} after={0} />
          <Named item={into} />
          {preview ? (
            <>
              <Row
                name="Score, a week"
                before={money(preview.intoBefore)}
                after={<b>{money(preview.intoAfter)}</b>}
              />
              <Row
                name="Rank"
                before={preview.rank.before ?? 'none'}
                after={preview.rank.after ?? 'none'}
              />
            </>
          ) : null}
          <Row name="Requests" before={into.requests} after={into.requests + item.requests} />
        </tbody>
      </table>
    </div>
  )
}

function Named({ item }: { item: Merged }) {
  return (
    <tr>
      <th scope="colgroup" colSpan={3} className="pt-2 text-left wrap-anywhere">
        <span className="font-regular text-faint">{itemKey(item.id)}</span>{' '}
        <span dir="auto">{item.title}</span>
      </th>
    </tr>
  )
}

function Row({ name, before, after }: { name: string; before: ReactNode; after: ReactNode }) {
  return (
    <tr className="border-b">
      <th scope="row" className="py-1 text-left font-regular text-muted">
        {name}
      </th>
      <td className="px-2 text-right">{before}</td>
      <td className="text-right">{after}</td>
    </tr>
  )
}
