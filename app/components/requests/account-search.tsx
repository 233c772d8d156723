import { useCombobox } from 'downshift'
import { forwardRef, useState, type InputHTMLAttributes } from 'react'

import { AccountLine } from '#app/components/accounts/account-line.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { useControlProps } from '#app/components/ui/field-context.ts'
import { CONTROL_LOOK } from '#app/components/ui/inputs.tsx'
import { useLookup } from '#app/components/use-lookup.ts'
import type { AccountSummary } from '#app/domain/accounts/account-summary.ts'
import { cx } from '#app/lib/class-names.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { fold } from '#app/lib/fold.ts'

import { INTENT } from './intent.ts'

export type AccountSearchProps = {
  id: string
  /** What was typed, and what was found, when the page was made. */
  query: string
  found: readonly AccountSummary[] | null
  today: IsoDate
  errors: readonly string[] | undefined
  onPick: ((account: AccountSummary) => void) | undefined
}

type Answer = { accounts: AccountSummary[] }

const WAIT = 120

const addressOf = (text: string) => `/accounts/lookup?${new URLSearchParams({ q: text.trim() })}`

/** Until the answer comes, only those found before that fit: Enter must never take an account that was not meant. */
function accountsFor(text: string, found: { address: string; data: Answer } | undefined) {
  if (!found) return []
  const { accounts } = found.data
  if (found.address === addressOf(text)) return accounts
  const words = fold(text).split(/\s+/u)
  return accounts.filter(({ name }) => words.every((word) => fold(name).includes(word)))
}

/** A box whose accounts come while typing. Without JavaScript a button looks for them. */
export function AccountSearch({ id, query, found, today, errors, onPick }: AccountSearchProps) {
  const [text, setText] = useState(query)
  const lookup = useLookup<Answer>()
  const accounts = accountsFor(text, lookup.found)
  const combobox = useCombobox<AccountSummary>({
    id,
    inputId: id,
    items: accounts,
    initialInputValue: query,
    itemToString: (account) => account?.name ?? '',
    itemToKey: (account) => account?.id ?? 0,
    defaultHighlightedIndex: 0,
    onIsOpenChange: ({ isOpen, inputValue }) => {
      if (isOpen) lookup.look(addressOf(inputValue ?? ''), 0)
    },
    onInputValueChange: ({ inputValue, type }) => {
      setText(inputValue)
      if (type === useCombobox.stateChangeTypes.InputChange)
        lookup.look(addressOf(inputValue), WAIT)
    },
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem) onPick?.(selectedItem)
    },
  })
  const nothing =
    combobox.isOpen && lookup.found?.address === addressOf(text) && accounts.length === 0
  return (
    <div className="relative">
      <Field id={id} label="Account" errors={errors}>
        <SearchBox {...combobox.getInputProps({ 'aria-labelledby': undefined })} />
      </Field>
      <ul
        {...combobox.getMenuProps({ 'aria-label': 'Suggestions', 'aria-labelledby': undefined })}
        className={cx(
          'absolute inset-x-0 z-20 mt-1 max-h-80 overflow-y-auto rounded-md bg-raised shadow-float',
          !combobox.isOpen && 'hidden',
        )}
      >
        {combobox.isOpen
          ? accounts.map((account, index) => (
              <li
                key={account.id}
                {...combobox.getItemProps({ item: account, index })}
                className={cx(
                  'flex min-h-row items-center px-3 touch:min-h-touch [&>span]:flex-1',
                  combobox.highlightedIndex === index && 'bg-selected',
                )}
              >
                <AccountLine account={account} today={today} />
              </li>
            ))
          : null}
        {nothing ? <li className="px-3 py-2 text-muted">No account is called like that.</li> : null}
      </ul>
      <noscript>
        <div className="mt-2">
          <Button name={INTENT} value="find" formNoValidate>
            Find the account
          </Button>
        </div>
      </noscript>
      {found ? <Found accounts={found} today={today} /> : null}
    </div>
  )
}

const SearchBox = forwardRef<HTMLInputElement, InputHTMLAttributes<HTMLInputElement>>(
  function SearchBox(props, ref) {
    return (
      <input
        {...useControlProps(props)}
        ref={ref}
        type="search"
        name="accountQuery"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        placeholder="Type a few letters of the name"
        autoFocus
        className={cx(CONTROL_LOOK, 'h-control px-2 text-row touch:h-touch touch:px-3')}
      />
    )
  },
)

/** What a search without JavaScript found: a button an account. */
function Found({ accounts, today }: { accounts: readonly AccountSummary[]; today: IsoDate }) {
  if (accounts.length === 0) {
    return <p className="mt-2 text-muted">No account is called like that.</p>
  }
  return (
    <div className="mt-2 divide-y divide-line rounded-md border">
      {accounts.map((account) => (
        <button
          key={account.id}
          name={INTENT}
          value={`account:${account.id}`}
          formNoValidate
          className="flex min-h-row w-full items-center px-3 text-left hover:bg-hover touch:min-h-touch [&>span]:flex-1"
        >
          <AccountLine account={account} today={today} />
        </button>
      ))}
    </div>
  )
}
