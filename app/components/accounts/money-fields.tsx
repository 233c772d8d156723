import type { FieldMetadata } from '@conform-to/react'

import { TextField } from '#app/components/forms/fields.tsx'

type Meta = FieldMetadata<string | undefined, Record<string, unknown>, string[]>

/** An amount and its currency, side by side. */
export function MoneyFields({
  amount,
  currency,
  label,
  aside,
  currencies,
}: {
  amount: Meta
  currency: Meta
  label: string
  aside?: string
  /** Codes to suggest, the likeliest first. */
  currencies: readonly string[]
}) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_96px] items-start gap-2">
      <TextField
        field={amount}
        label={label}
        aside={aside}
        inputMode="decimal"
        autoComplete="off"
        placeholder="240000"
      />
      <TextField
        field={currency}
        label="Currency"
        list="currencies"
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id="currencies">
        {currencies.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
    </div>
  )
}
