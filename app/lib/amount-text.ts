/** A number as plain digits with at most one point, or why it cannot be read. */
export type ReadAmount =
  { digits: string } | { problem: 'shape' | 'negative' | 'ambiguous'; digits?: undefined }

const SPACES = /[\s\u00a0\u202f'’]/gu
const NEGATIVE = /^[-−–(]/u
const PLAIN = /^\d+([.,]\d+)?$/
const GROUPED = /^\d{1,3}([.,])\d{3}(\1\d{3})*(?!\1)([.,]\d+)?$/

/**
 * Reads an amount as a person writes it: `240000`, `240,000.50`, `240.000,50`, `240 000`. A single point or comma
 * before exactly three digits (`1.234`) can mean two things and is not guessed.
 */
export function readAmount(text: string): ReadAmount {
  const compact = text.replace(SPACES, '')
  if (NEGATIVE.test(compact)) return { problem: 'negative' }
  const plain = PLAIN.exec(compact)
  if (plain) {
    const isAmbiguous = /^[1-9]\d{0,2}[.,]\d{3}$/.test(compact)
    return isAmbiguous ? { problem: 'ambiguous' } : { digits: compact.replace(',', '.') }
  }
  const grouped = GROUPED.exec(compact)
  if (!grouped) return { problem: 'shape' }
  const decimals = grouped[3] ?? ''
  const whole = compact.slice(0, compact.length - decimals.length)
  return { digits: whole.replace(/[.,]/g, '') + decimals.replace(',', '.') }
}
