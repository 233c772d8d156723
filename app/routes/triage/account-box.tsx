import { Link } from '@remix-run/react'
import { Building2 } from 'lucide-react'
import type { ReactNode } from 'react'

import { DateText } from '#app/components/date-text.tsx'
import { FitReceipt } from '#app/components/accounts/fit-receipt.tsx'
import { HealthMark } from '#app/components/health-mark.tsx'
import { MoneyText } from '#app/components/money-text.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import type { AccountCard } from '#app/domain/triage/get-account-card.server.ts'
import { diffDays, formatDayShort, type IsoDate } from '#app/lib/dates.ts'

/** Who asks: what the account is worth, how it is, when it decides, and how well it fits. */
export function AccountBox({ account, today }: { account: AccountCard; today: IsoDate }) {
  return (
    <section aria-label={account.name} className="mt-3.5 rounded-md border">
      <div className="flex min-h-row items-center gap-2 border-b px-3 py-1">
        <Building2 aria-hidden className="size-4 shrink-0 text-muted" />
        <b className="truncate" title={account.name}>
          {account.name}
        </b>
        <span className="min-w-0 flex-1 truncate text-muted">
          {[
            account.industry,
            account.region,
            account.employees && `${account.employees.toLocaleString('en')} employees`,
          ]
            .filter(Boolean)
            .join(', ')}
        </span>
        <Link
          to={`/accounts/${account.id}`}
          className="shrink-0 text-muted hover:text-text hover:underline"
        >
          Open account
        </Link>
      </div>
      <dl className="grid grid-cols-2 sm:grid-cols-[1fr_1fr_1.5fr_1fr] [&>*]:px-3 [&>*]:py-2 sm:[&>*+*]:border-l">
        <Fact label="ARR" note={contractsNote(account)}>
          <MoneyText amount={account.arr} full />
        </Fact>
        <Fact label="Health" note={healthNote(account, today)}>
          <HealthMark colour={account.health} score={account.healthScore} />
        </Fact>
        <Fact label="Renewal" note={renewalNote(account, today)}>
          {account.renewsOn ? <DateText date={account.renewsOn} today={today} /> : 'none'}
        </Fact>
        <Fact
          label="Fit"
          note={account.fit ? <FitNote fit={account.fit} /> : 'no profile in force'}
        >
          {account.fit ? `${account.fit.band} ${account.fit.fit.toFixed(2)}` : 'unknown'}
        </Fact>
      </dl>
    </section>
  )
}

function contractsNote({ contracts, renewsOn }: AccountCard): string {
  if (contracts === 0 && renewsOn !== null) return 'covered by its parent'
  return `${contracts} ${contracts === 1 ? 'contract' : 'contracts'}`
}

function Fact({ label, note, children }: { label: string; note: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-label text-muted">{label}</dt>
      <dd className="text-head font-strong wrap-anywhere">{children}</dd>
      {note ? <dd className="text-label text-muted">{note}</dd> : null}
    </div>
  )
}

function healthNote({ healthBefore }: AccountCard, today: IsoDate): string | null {
  if (!healthBefore) return null
  return `${healthBefore.score} until ${formatDayShort(healthBefore.until, today)}`
}

function renewalNote({ renewsOn, decidesOn }: AccountCard, today: IsoDate): string | null {
  const day = renewsOn && formatDayShort(renewsOn, today)
  if (!decidesOn) return day
  const left = diffDays(today, decidesOn)
  const decides = left > 0 ? `decides in ${left}` : 'notice day has passed'
  return day ? `${day}; ${decides}` : decides
}

function FitNote({ fit }: { fit: NonNullable<AccountCard['fit']> }) {
  const { ruledOut, mustHaveUnknown } = fit
  return (
    <Disclosure
      summary={
        ruledOut
          ? 'ruled out by the profile'
          : mustHaveUnknown
            ? 'a must-have is unknown'
            : 'by the profile in force'
      }
    >
      <FitReceipt fit={fit} fillHref={() => null} />
    </Disclosure>
  )
}
