import { MoneyText } from '#app/components/money-text.tsx'

/** A difference of money with its sign, in full; nothing where it rounds to nothing. */
export function Delta({ change, currency }: { change: number; currency: string }) {
  const rounded = Math.round(change)
  if (rounded === 0) return <span className="text-faint">0</span>
  return (
    <span className="whitespace-nowrap">
      {rounded > 0 ? '+' : '−'}
      <MoneyText full amount={{ value: Math.abs(rounded), currency }} />
    </span>
  )
}
