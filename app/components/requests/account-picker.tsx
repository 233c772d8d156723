import { X } from 'lucide-react'

import { ArrText } from '#app/components/accounts/arr-text.tsx'
import { RenewalText } from '#app/components/accounts/renewal-text.tsx'
import { HealthMark } from '#app/components/health-mark.tsx'
import { FieldErrors } from '#app/components/ui/field.tsx'
import { fieldIds } from '#app/components/ui/field-context.ts'
import { IconButton } from '#app/components/ui/icon-button.tsx'
import type { AccountSummary } from '#app/domain/accounts/account-summary.ts'

import { AccountSearch, type AccountSearchProps } from './account-search.tsx'
import { INTENT } from './intent.ts'

type PickerProps = Omit<AccountSearchProps, 'onPick'> & {
  name: string
  account: AccountSummary | null
  /** Chosen, or taken back with null. Without JavaScript a button sends the same. Undefined: the account stays. */
  onPick: ((account: AccountSummary | null) => void) | undefined
}

/** Whose request it is: a box to search in, then the account with what is needed to know it again. */
export function AccountPicker({ account, ...props }: PickerProps) {
  return account ? <Picked {...props} account={account} /> : <AccountSearch {...props} />
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
    <div
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={errors?.length ? error : undefined}
    >
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
