import { fold } from '#app/lib/fold.ts'

const TRUE = new Set(
  '1 1.0 true t yes y on x wahr ja w evet e dogru acik oui vrai si ✓ ✔ checked'.split(' '),
)
const FALSE = new Set(
  '0 0.0 false f no n off falsch nein hayir h yanlis kapali non faux -'.split(' '),
)

/** Yes or no as systems write it (`1`, `WAHR`, `evet`, `x` …); null for a blank, undefined for anything else. */
export function parseBoolean(text: string): boolean | null | undefined {
  const folded = fold(text.trim())
  if (folded === '') return null
  if (TRUE.has(folded)) return true
  return FALSE.has(folded) ? false : undefined
}
