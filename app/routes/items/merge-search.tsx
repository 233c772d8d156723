import { Form, Link } from '@remix-run/react'
import { useState } from 'react'

import { HiddenFields } from '#app/components/forms/fields.tsx'
import { StatusDisc } from '#app/components/status-disc.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { TextInput } from '#app/components/ui/inputs.tsx'
import { useLookup } from '#app/components/use-lookup.ts'
import type { FoundItem } from '#app/domain/items/find-items.server.ts'
import { itemKey } from '#app/lib/readable-id.ts'

const TYPING_PAUSE = 200

type MergeSearchProps = {
  item: { id: number; title: string }
  back: string
  /** What was searched for; empty for the look-alikes. */
  find: string
  found: readonly FoundItem[]
}

/** Finds the item that stays; before anything is typed, the ones that look alike. */
export function MergeSearch({ item, back, find, found }: MergeSearchProps) {
  const [typed, setTyped] = useState(find)
  const { found: answer, look } = useLookup<{ items: FoundItem[] }>()
  const searching = typed.trim() !== find
  const shown = searching ? (answer?.data.items ?? found) : found
  return (
    <>
      <Form className="flex items-end gap-2">
        <HiddenFields values={{ back }} />
        <Field id="merge-search" label="Merge into" className="flex-1">
          <TextInput
            name="q"
            defaultValue={find}
            autoComplete="off"
            placeholder="Words of its title, or ITEM-17"
            onChange={({ currentTarget: { value } }) => {
              setTyped(value)
              const query = new URLSearchParams({ q: value, open: '', except: String(item.id) })
              if (value.trim()) look(`/items/lookup?${query}`, TYPING_PAUSE)
            }}
          />
        </Field>
        <Button>Find</Button>
      </Form>
      <h2 className="mt-5 mb-1">{typed.trim() === '' ? 'They look alike' : 'Found'}</h2>
      {shown.length === 0 ? (
        <p className="text-muted">
          {typed.trim() === '' ? 'No open item looks alike.' : 'No open item is called that.'}
        </p>
      ) : (
        <ul className="divide-y divide-line border-y">
          {shown.map((one) => (
            <li key={one.id}>
              <Link
                to={`?${new URLSearchParams({ into: String(one.id), back })}`}
                className="flex min-h-row items-center gap-2 px-1 -outline-offset-2 hover:bg-hover touch:min-h-touch"
              >
                <span className="shrink-0 text-faint">{itemKey(one.id)}</span>
                <span dir="auto" className="min-w-0 flex-1 truncate" title={one.title}>
                  {one.title}
                </span>
                <span className="shrink-0 text-small text-muted max-sm:hidden">{one.line}</span>
                <span className="shrink-0 text-small">
                  <StatusDisc status={one.status} horizon={one.horizon} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <ButtonLink to={back} className="mt-5">
        Cancel
      </ButtonLink>
    </>
  )
}
