const SMALLEST = { 0: '< 1', 1: '< 0.1' } as const

/** Thousands of base units in a cell whose head carries the unit, with the whole amount on hover. */
export function Thousands({ value, digits = 0 }: { value: number; digits?: 0 | 1 }) {
  // from a million on the fraction says nothing, and has no room
  const shown = value >= 1_000_000 ? 0 : digits
  const thousands = (value / 1000).toLocaleString('en', {
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
  })
  const vanishes = value > 0 && Number(thousands) === 0
  return (
    <span title={Math.round(value).toLocaleString('en')}>
      {vanishes ? SMALLEST[digits] : thousands}
    </span>
  )
}
