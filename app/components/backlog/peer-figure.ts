import { formatMoney, fromMajor } from '#app/domain/money.ts'
import type { PeerScore, PeerUnit } from '#app/domain/scoring/peers/types.ts'

/** A figure of a peer's formula in its unit: `€1.2M`, `80 %`, `3.5 weeks`, `54.05`. */
export function peerFigure(value: number, unit: PeerUnit, currency: string): string {
  if (unit === 'money')
    return formatMoney(fromMajor(Math.round(value), currency), { compact: true })
  if (unit === 'percent') return `${Math.round(value * 100)} %`
  if (unit === 'weeks') return `${value.toFixed(1)} weeks`
  if (unit === 'count') return String(value)
  const digits = Number.isInteger(value) || value >= 1000 ? 0 : value >= 100 ? 1 : 2
  return value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}

/** The figures a score came from, in one line. */
export function peerParts({ parts }: PeerScore, currency: string): string {
  return parts
    .map(({ name, value, unit }) => `${name} ${peerFigure(value, unit, currency)}`)
    .join(', ')
}
