import { MoneyText } from '#app/components/money-text.tsx'

/** The difference of two amounts as they are shown, in whole base units, with its sign; nothing where they look alike. */
export function Delta({ from, to, currency }: { from: number; to: number; currency: string }) {
  const rounded = Math.round(to) - Math.round(from)
  if (rounded === 0) return <span className="text-faint">0</span>
  return (
    <span className="whitespace-nowrap">
      {rounded > 0 ? '+' : '−'}
      <MoneyText full amount={{ value: Math.abs(rounded), currency }} />
    </span>
  )
}
