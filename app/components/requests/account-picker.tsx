import { X } from 'lucide-react'
import { useCombobox } from 'downshift'

import { AccountLine } from '#app/components/accounts/account-line.tsx'
import { ArrText } from '#app/components/accounts/arr-text.tsx'
import { RenewalText } from '#app/components/accounts/renewal-text.tsx'
import { HealthMark } from '#app/components/health-mark.tsx'
import { useLookup } from '#app/components/use-lookup.ts'
import { Button } from '#app/components/ui/button.tsx'
import { Field, FieldErrors } from '#app/components/ui/field.tsx'
import { fieldIds } from '#app/components/ui/field-context.ts'
import { IconButton } from '#app/components/ui/icon-button.tsx'
import { TextInput } from '#app/components/ui/inputs.tsx'
import type { AccountSummary } from '#app/domain/accounts/account-summary.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { cx } from '#app/lib/class-names.ts'

/** Name of the button that, without JavaScript, sends the form back with what it stands for. */
export const INTENT = 'intent'

type PickerProps = {
  id: string
  name: string
  account: AccountSummary | null
  /** What was typed to find one, and what was found, when the page was made. */
  query: string
  found: readonly AccountSummary[] | null
  today: IsoDate
  errors: readonly string[] | undefined
  /** Chosen, or taken back with null. Without JavaScript a button sends the same to the server. Undefined: the account stays. */
  onPick: ((account: AccountSummary | null) => void) | undefined
}

/** Whose request it is: a box to search in, then the account with what is needed to know it again. */
export function AccountPicker({ account, ...props }: PickerProps) {
  return account ? <Picked {...props} account={account} /> : <Search {...props} />
}

function Picked({
  id,
  name,
  account,
  today,
  errors,
  onPick,
}: PickerProps & { account: AccountSummary }) {
  const error = fieldIds(id).error
  return (
    <div role="group" aria-labelledby={`${id}-label`} aria-describedby={error}>
      <span id={`${id}-label`} className="mb-1 block text-row font-strong">
        Account
      </span>
      <input type="hidden" name={name} value={account.id} />
      <div className="rounded-md border border-control px-3 py-2">
        <div className="-mt-1 -mr-1.5 flex items-center gap-2">
          <b className="min-w-0 flex-1 truncate text-head" title={account.name}>
            {account.name}
          </b>
          {onPick ? (
            <IconButton
              name={INTENT}
              value="account:"
              formNoValidate
              label="Choose another account"
              icon={<X aria-hidden className="size-4.5" />}
              onClick={(event) => {
                event.preventDefault()
                onPick(null)
              }}
            />
          ) : null}
        </div>
        <div className="flex flex-wrap justify-between gap-x-4 text-row text-muted">
          {account.arr ? (
            <span>
              ARR{' '}
              <span className="text-text">
                <ArrText arr={account.arr} full />
              </span>
            </span>
          ) : null}
          <HealthMark colour={account.health.colour} score={account.health.score} />
          <span>
            renews{' '}
            <span className="text-text">
              <RenewalText date={account.nextRenewal} today={today} />
            </span>
          </span>
        </div>
      </div>
      <FieldErrors id={error} errors={errors} />
    </div>
  )
}

function Search({
  id,
  query,
  found,
  today,
  errors,
  onPick,
}: Omit<PickerProps, 'account' | 'name'>) {
  const lookup = useLookup<{ accounts: AccountSummary[] }>()
  const accounts = lookup.data?.accounts ?? []
  const combobox = useCombobox<AccountSummary>({
    id,
    inputId: id,
    items: accounts,
    initialInputValue: query,
    itemToString: (account) => account?.name ?? '',
    itemToKey: (account) => account?.id ?? 0,
    defaultHighlightedIndex: 0,
    onIsOpenChange: ({ isOpen, inputValue }) => {
      if (isOpen) look(inputValue ?? '', 0)
    },
    onInputValueChange: ({ inputValue, type }) => {
      if (type === useCombobox.stateChangeTypes.InputChange) look(inputValue, 120)
    },
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem) onPick?.(selectedItem)
    },
  })
  function look(text: string, wait: number) {
    lookup.look(`/accounts/lookup?q=${encodeURIComponent(text.trim())}`, wait)
  }
  const nothing = combobox.isOpen && lookup.data !== undefined && accounts.length === 0
  return (
    <div className="relative">
      <Field id={id} label="Account" errors={errors}>
        <TextInput
          {...combobox.getInputProps({ 'aria-labelledby': undefined })}
          type="search"
          name="accountQuery"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          placeholder="Type a few letters of the name"
          autoFocus
        />
      </Field>
      <ul
        {...combobox.getMenuProps({ 'aria-label': 'Accounts', 'aria-labelledby': undefined })}
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
