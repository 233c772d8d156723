import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

import { attributeText } from '#app/domain/accounts/attributes.ts'
import { fitReceipt, START } from '#app/domain/icp/fit-receipt.ts'
import type { Fit, FitReason } from '#app/domain/icp/fit.ts'
import { decimalText } from '#app/lib/numbers.ts'

/** Hundredths as a part of the fit: `+0.14`. */
const partText = (hundredths: number) =>
  `${hundredths > 0 ? '+' : ''}${decimalText(hundredths / 100, 2)}`

/** The parts of a fit, which add up to it, and what is unknown with where to fill it in. */
export function FitReceipt({
  fit,
  fillHref,
}: {
  fit: Fit
  /** Where a fact is filled in; null when the reader cannot. */
  fillHref: (attribute: string) => string | null
}) {
  const receipt = fitReceipt(fit)
  const partOf = (reason: FitReason) =>
    receipt?.lines.find((line) => line.reason === reason)?.part ?? null
  const reasons = (own: readonly FitReason[]) =>
    own.map((reason) => (
      <Line key={keyOf(reason)} part={partOf(reason)}>
        {reason.label} <span className="text-muted">{reasonText(reason)}</span>
      </Line>
    ))
  return (
    <ul className="text-small">
      {receipt ? <Line part={START}>Where nothing is known</Line> : null}
      <Group title="For">{reasons(fit.reasonsFor)}</Group>
      <Group title="Against">{reasons(fit.reasonsAgainst)}</Group>
      <Group title="Unknown">
        {fit.unknown.map((reason) => (
          <Line key={keyOf(reason)} part={reason.kind === 'points' && receipt ? 0 : null}>
            {reason.label} <span className="text-muted">{reason.test}</span>
            <FillLink href={fillHref(reason.attribute)} label={reason.label} />
          </Line>
        ))}
      </Group>
      <Group title="Seen by those who may see revenue">{reasons(fit.withheld)}</Group>
      {receipt && receipt.held < 0 ? (
        <Line part={receipt.held}>{heldText(fit)}</Line>
      ) : heldText(fit) ? (
        <li className="py-0.5">{heldText(fit)}</li>
      ) : null}
      {receipt ? (
        <Line part={receipt.total} total>
          Fit
        </Line>
      ) : null}
    </ul>
  )
}

const keyOf = ({ kind, label, test }: FitReason) => `${kind} ${label} ${test}`

function reasonText({ test, value, points, kind }: FitReason): string {
  const has = value === null ? '' : `; it is ${attributeText(value)}`
  const weight = kind === 'points' ? ` (${points} of 100)` : ''
  return `${test}${has}${weight}`
}

/** What a must-have or an exclusion does to the fit, in words; nothing when none does. */
function heldText({ ruledOut, mustHaveUnknown }: Fit): string {
  if (ruledOut) return 'Ruled out: a must-have fails or an exclusion applies'
  return mustHaveUnknown ? 'A must-have is unknown: at most 0.50' : ''
}

function Group({ title, children }: { title: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <li className="mt-1">
      <div className="text-label text-faint">{title}</div>
      <ul>{children}</ul>
    </li>
  )
}

function Line({
  part,
  total = false,
  children,
}: {
  part: number | null
  total?: boolean
  children: ReactNode
}) {
  return (
    <li
      className={`flex items-baseline gap-3 py-0.5 ${total ? 'mt-1 border-t border-line-strong font-strong' : ''}`}
    >
      <span className="min-w-0 flex-1 wrap-anywhere">{children}</span>
      {part === null ? null : (
        <span className="tabular-nums">
          {total || part === START ? (part / 100).toFixed(2) : partText(part)}
        </span>
      )}
    </li>
  )
}

function FillLink({ href, label }: { href: string | null; label: string }) {
  if (href === null) return null
  return (
    <>
      {' '}
      <Link to={href} aria-label={`Fill in ${label}`} className="whitespace-nowrap underline">
        Fill in
      </Link>
    </>
  )
}
