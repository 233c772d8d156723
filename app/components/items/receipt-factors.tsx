import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

import { MoneyText } from '#app/components/money-text.tsx'
import type { ReceiptEntry } from '#app/domain/scoring/receipt.ts'
import type { ShownClaim } from '#app/domain/scoring/shown-claim.ts'
import { requestKey } from '#app/lib/readable-id.ts'

const factor = (value: number) => `× ${value.toFixed(value < 0.1 ? 4 : 3)}`

/** Every factor of one line of the receipt, in the order in which they multiply. */
export function ReceiptFactors({ entry, currency }: { entry: ReceiptEntry; currency: string }) {
  const { from, link, share, request } = entry.part
  const { claim } = link
  const rows: [label: ReactNode, value: ReactNode][] = [
    [
      'Amount a year, in base units',
      <MoneyText key="v" full amount={{ value: from.amount, currency }} />,
    ],
    ...(from.win === 1 ? [] : [['Probability of the deal', factor(from.win)] as [string, string]]),
    ...entry.weights.map(({ name, factor: value }): [string, string] => [
      `Weight: ${name}`,
      factor(value),
    ]),
    ['What could be saved of it', factor(from.protectable)],
    ['Share of this item', factor(share)],
  ]
  return (
    <dl className="my-1 grid grid-cols-[1fr_auto] gap-x-3 rounded-md bg-sunken px-2 py-1 text-small [&>dd]:text-right [&>dt]:text-muted">
      {rows.map(([label, value], index) => (
        <FactorRow key={index} label={label} value={value} />
      ))}
      <FactorRow
        label={
          <>
            The request that counts:{' '}
            {request === null ? null : (
              <Link to={`/requests/${request}`} className="underline">
                {requestKey(Number(request))}
              </Link>
            )}
          </>
        }
        value={`${claim.severity}, ${claim.ageDays} d old`}
      />
      <ClaimRows claim={claim} />
      <FactorRow label="Ships before the decision" value={`${Math.round(link.u * 100)} %`} />
      <FactorRow label="Solves the need in time" value={`${Math.round(link.rho * 100)} %`} />
      {from.badges.includes('no_profile') ? (
        <FactorRow label="No ideal customer profile is in force" value="× 1" />
      ) : null}
      {from.badges.includes('claims_scaled') ? (
        <FactorRow label="Too many claims, scaled down" value={factor(from.claimScale)} />
      ) : null}
      {from.badges.includes('corrected') ? (
        <FactorRow
          label="All risk of the contract, by past outcomes"
          value={factor(from.correction)}
        />
      ) : null}
    </dl>
  )
}

/** How the hazard of the claim came about; only that it is adjusted where the rest is between CSM and lead. */
function ClaimRows({ claim: { factors, lambda } }: { claim: ShownClaim }) {
  if (factors === null) {
    return <FactorRow label="Its hazard, λ, adjusted" value={lambda.toFixed(4)} />
  }
  return (
    <>
      <FactorRow label="Its importance, as a hazard" value={factors.base.toFixed(4)} />
      <FactorRow
        label="Type, evidence"
        value={`× ${factors.typeFactor} × ${factors.evidenceFactor}`}
      />
      <FactorRow label="Age of the claim" value={factor(factors.staleness)} />
      <FactorRow label="Health of the account" value={factor(factors.chi)} />
    </>
  )
}

function FactorRow({ label, value }: { label: ReactNode; value: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  )
}
