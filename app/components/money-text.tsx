import { formatMoney, fromMajor, type Money } from '#app/domain/money.ts'

type MoneyTextProps = {
  /** Minor units with their currency, or a number of major units, which is shown without cents. */
  amount: Money | { value: number; currency: string }
  /** Every digit, for receipts and publications. */
  full?: boolean
}

/** An amount: `€1.2M` with `€1,234,500` on hover, or all of it when `full`. */
export function MoneyText({ amount, full = false }: MoneyTextProps) {
  const money = 'minor' in amount ? amount : fromMajor(Math.round(amount.value), amount.currency)
  const whole = formatMoney(money)
  return full ? (
    <span className="whitespace-nowrap tabular-nums">{whole}</span>
  ) : (
    <span title={whole} className="whitespace-nowrap tabular-nums">
      {formatMoney(money, { compact: true })}
    </span>
  )
}
