import { Link, useSearchParams } from '@remix-run/react'
import { Building2 } from 'lucide-react'

import type { AccountSummary } from '#app/domain/accounts/account-summary.ts'
import type { IsoDate } from '#app/lib/dates.ts'

import { accountFacts } from './account-facts.ts'
import { accountHref } from './account-href.ts'
import { AccountFigures } from './account-figures.tsx'
import { LIFECYCLE_WORDS } from './words.ts'

/** The account beside a request: who it is, what it is worth, how it is, and when it decides. */
export function AccountCard({ account, today }: { account: AccountSummary; today: IsoDate }) {
  const facts = accountFacts(account)
  const [search] = useSearchParams()
  return (
    <section aria-label={account.name} className="rounded-md border">
      <div className="flex min-h-row items-center gap-2 px-3 py-1">
        <Building2 aria-hidden className="size-4 shrink-0 text-muted" />
        <span className="min-w-0 flex-1 truncate" title={account.name}>
          <b>{account.name}</b>{' '}
          <span className="text-muted">
            {account.lifecycle === 'active'
              ? facts
              : [LIFECYCLE_WORDS[account.lifecycle], facts].filter(Boolean).join(', ')}
          </span>
        </span>
        <Link to={accountHref(search, account.id)} className="shrink-0 text-muted hover:text-text">
          Open account
        </Link>
      </div>
      <div className="px-3 *:border-b-0">
        <AccountFigures account={account} today={today} />
      </div>
    </section>
  )
}
