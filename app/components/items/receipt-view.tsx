import { Link } from '@remix-run/react'

import { Waterfall } from '#app/components/charts/waterfall.tsx'
import { HealthMark } from '#app/components/health-mark.tsx'
import { MoneyText } from '#app/components/money-text.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { healthBand } from '#app/domain/accounts/rules.ts'
import { formatMoney, fromMajor } from '#app/domain/money.ts'
import type { ProfileNamed } from '#app/domain/items/item-page.ts'
import type { Receipt, ReceiptLine } from '#app/domain/scoring/receipt.ts'

import { ReceiptFactors } from './receipt-factors.tsx'

type ReceiptViewProps = {
  receipt: Receipt
  /** By which fits are measured. */
  profiles: readonly ProfileNamed[]
  currency: string
}

/** Why this score: a line an account in plain words; the lines add up to the value, which the cost divides. */
export function ReceiptView({ receipt, profiles, currency }: ReceiptViewProps) {
  if (receipt.lines.length === 0) {
    return (
      <EmptyState title="Nothing hangs on it yet" className="py-6">
        The score comes from the requests linked to this item, by the contracts and deals they have
        at stake.
      </EmptyState>
    )
  }
  const short = (value: number) =>
    formatMoney(fromMajor(Math.round(value), currency), { compact: true })
  const full = (value: number) => formatMoney(fromMajor(Math.round(value), currency))
  return (
    <div>
      <ul>
        {receipt.lines.map((line) => (
          <AccountLine key={line.accountId} line={line} currency={currency} />
        ))}
      </ul>
      <dl className="grid grid-cols-[1fr_auto] border-b border-text py-1.5 leading-5.5 [&>dd]:text-right">
        <dt className="font-strong">Value</dt>
        <dd className="font-strong">
          <MoneyText full amount={{ value: receipt.total, currency }} />
        </dd>
        <dt className="text-muted">
          divided by {receipt.costInScore.toFixed(2)} engineer-weeks, expected
        </dt>
        <dd className="text-muted">÷ {receipt.costInScore.toFixed(2)}</dd>
        <dt className="font-strong">Score, per engineer-week</dt>
        <dd className="font-strong">
          <MoneyText full amount={{ value: receipt.score, currency }} />
        </dd>
      </dl>
      <div className="mt-1.5">
        <Waterfall
          caption="Value by account"
          parts={receipt.lines.map((line) => ({
            key: line.accountId,
            label: line.account,
            value: line.shown,
          }))}
          totalLabel="Value"
          short={short}
          full={full}
        />
      </div>
      <ConcentrationLine receipt={receipt} currency={currency} />
      <ProfilesLine profiles={profiles} />
      <Disclosure summary="How to read this" className="mt-2">
        <p className="mt-1 text-small text-muted">
          A contract is never counted more than once: what it may lose is shared by everything its
          account asks for. A very red account can count less than a yellow one, because it would
          probably leave whatever is built; and so a score can rise when health does.{' '}
          <Link to="/model" className="underline">
            How the score works
          </Link>
        </p>
      </Disclosure>
    </div>
  )
}

/** `83 % of it is one account, Anadolu Lojistik; without it €1,755 an engineer-week.` */
function ConcentrationLine({
  receipt: { concentration, lines },
  currency,
}: Pick<ReceiptViewProps, 'receipt' | 'currency'>) {
  const [top] = lines
  if (!concentration || !top) return null
  const { topShare, hhi, scoreWithoutTop } = concentration
  return (
    <p className="mt-2 text-small wrap-anywhere text-muted">
      {lines.length === 1 ? (
        <>All of it is one account, {top.account}. </>
      ) : (
        <>
          {Math.round(topShare * 100)} % of it is one account, {top.account}; without it{' '}
          <MoneyText full amount={{ value: scoreWithoutTop, currency }} /> an engineer-week.{' '}
        </>
      )}
      <span title="Herfindahl index: the sum of the squared shares of the accounts. One account alone makes 1, ten alike make 0.10.">
        Concentration (HHI) {hhi.toFixed(2)}.
      </span>
    </p>
  )
}

/** `Fits are by Platform version 1, Analytics version 1.` */
function ProfilesLine({ profiles }: Pick<ReceiptViewProps, 'profiles'>) {
  if (profiles.length === 0) return null
  return (
    <p className="mt-2 text-small text-muted">
      Fits are by{' '}
      {profiles.map(({ id, line, number }, index) => (
        <span key={id}>
          {index > 0 ? ', ' : ''}
          <Link to={`/profiles/${id}`} className="underline">
            {line} version {number}
          </Link>
        </span>
      ))}
      .
    </p>
  )
}

function AccountLine({ line, currency }: { line: ReceiptLine; currency: string }) {
  const [first] = line.entries
  const health = first?.part.from.health ?? null
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-b pt-1.5 pb-1.75">
      <div className="flex min-w-0 items-baseline gap-2">
        <Link
          to={`/accounts/${line.accountId}`}
          title={line.account}
          className="truncate font-strong hover:underline"
        >
          {line.account}
        </Link>
        {first?.part.from.kind === 'renewal' ? (
          <span className="text-small">
            <HealthMark
              colour={healthBand({ healthScore: health, healthColour: null })}
              score={health}
            />
          </span>
        ) : null}
      </div>
      <div className="text-right font-strong">
        <MoneyText full amount={{ value: line.shown, currency }} />
      </div>
      {line.entries.map((entry) => (
        <div key={entry.part.exposure} className="col-span-2 pr-6">
          <p className="text-small text-muted">{entry.sentence}</p>
          <Disclosure summary="Factors">
            <ReceiptFactors entry={entry} currency={currency} />
          </Disclosure>
        </div>
      ))}
    </li>
  )
}
