import type { FieldMetadata } from '@conform-to/react'
import { useFetcher } from '@remix-run/react'
import type { ComponentProps } from 'react'

import { Field } from '#app/components/ui/field.tsx'
import { TextInput } from '#app/components/ui/inputs.tsx'
import type { AccountSummary } from '#app/domain/accounts/account-summary.ts'

type Found = { accounts: AccountSummary[] }

/**
 * An account by name: a text box whose suggestions come while typing. Without JavaScript the whole name is typed, and the
 * server says which ones there are when it fits none or several.
 */
export function AccountField({
  field,
  label,
  hint,
}: {
  field: FieldMetadata<string | undefined, Record<string, unknown>, string[]>
  label: string
  hint?: string
}) {
  return (
    <Field id={field.id} label={label} hint={hint} errors={field.errors}>
      <AccountBox id={field.id} name={field.name} defaultValue={field.initialValue} />
    </Field>
  )
}

/** The box alone, inside a `Field`. */
export function AccountBox({
  id,
  ...input
}: { id: string } & Pick<
  ComponentProps<typeof TextInput>,
  'name' | 'defaultValue' | 'placeholder'
>) {
  const lookup = useFetcher<Found>()
  const found = lookup.data?.accounts ?? []
  const listId = `${id}-accounts`
  return (
    <>
      <TextInput
        {...input}
        autoComplete="off"
        list={listId}
        onChange={(event) => {
          const text = event.currentTarget.value.trim()
          if (text) lookup.load(`/accounts/lookup?q=${encodeURIComponent(text)}`)
        }}
      />
      <datalist id={listId}>
        {found.map((account) => (
          <option key={account.id} value={accountChoice(account, found)} />
        ))}
      </datalist>
    </>
  )
}

/** The name, with the number where the same name stands beside it. */
function accountChoice({ id, name }: AccountSummary, among: readonly AccountSummary[]): string {
  return among.some((other) => other.id !== id && other.name === name) ? `${name} #${id}` : name
}
