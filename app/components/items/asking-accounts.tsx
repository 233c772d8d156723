import { Link } from '@remix-run/react'

import { TimeText } from '#app/components/date-text.tsx'
import { HealthMark } from '#app/components/health-mark.tsx'
import { ImportanceBars } from '#app/components/importance-bars.tsx'
import { MoneyText } from '#app/components/money-text.tsx'
import { RequestStateBadge } from '#app/components/requests/request-state.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import type { AskingAccount, ItemRequest } from '#app/domain/items/item-page.ts'
import { EVIDENCE_LABELS } from '#app/domain/requests/labels.ts'
import { requestKey } from '#app/lib/readable-id.ts'

/** Who asks for the item: the accounts with what they have at stake, and what each of them said. */
export function AskingAccounts({
  accounts,
  currency,
  now,
}: {
  accounts: readonly AskingAccount[]
  currency: string
  now: Date
}) {
  if (accounts.length === 0) {
    return (
      <EmptyState title="Nobody asks for it yet" className="py-6">
        Requests come here when triage links them, or when a CSM says that theirs is the same.
      </EmptyState>
    )
  }
  return (
    <ul>
      {accounts.map((account) => (
        <li key={account.id} className="border-b pt-1.5 pb-2">
          <div className="flex items-baseline gap-2">
            <Link
              to={`/accounts/${account.id}`}
              title={account.name}
              className="truncate font-strong hover:underline"
            >
              {account.name}
            </Link>
            <span className="shrink-0 text-small">
              <HealthMark colour={account.health} score={account.healthScore} />
            </span>
            {account.atStake === null ? null : (
              <span className="ml-auto shrink-0">
                <span className="text-small text-muted">at stake </span>
                <b>
                  <MoneyText amount={{ value: account.atStake, currency }} />
                </b>
              </span>
            )}
          </div>
          <ul className="mt-0.5 space-y-1.5">
            {account.requests.map((request) => (
              <AskedFor
                key={request.id}
                request={request}
                among={account.requests.length}
                now={now}
              />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

type AskedForProps = {
  request: ItemRequest
  /** How many the account has on the item. */
  among: number
  now: Date
}

function AskedFor({ request, among, now }: AskedForProps) {
  const { importance, productImportance, settledImportance, state } = request
  return (
    <li>
      <p className="flex items-baseline gap-2">
        <Link to={`/requests/${request.id}`} className="min-w-0 truncate hover:underline">
          <span className="text-faint">{requestKey(request.id)}</span>{' '}
          <span dir="auto" title={request.title}>
            {request.title}
          </span>
        </Link>
        {state === 'linked' ? null : (
          <span className="ml-auto shrink-0">
            <RequestStateBadge state={state} />
          </span>
        )}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 text-small text-muted">
        {settledImportance === null ? (
          <>
            <ImportanceBars importance={importance} />
            {productImportance === null || productImportance === importance ? null : (
              <span>
                Product says <b className="text-text">{productImportance}</b>
              </span>
            )}
          </>
        ) : (
          <span className="inline-flex items-center gap-1">
            settled as <ImportanceBars importance={settledImportance} />
          </span>
        )}
        <span>
          {EVIDENCE_LABELS[request.evidence]}
          {request.doubted ? ', not convincing to Product' : null}
        </span>
        <span>
          {request.submittedBy}, <TimeText at={request.confirmedAt} now={now} />
        </span>
        {request.counts && among > 1 ? (
          <span title="The strongest claim of the account on this item: the receipt counts it">
            counts on the receipt
          </span>
        ) : null}
      </p>
    </li>
  )
}
