import type { PointsResult, RatedByBoth } from './results.ts'

/** Labels of the criteria that an account meets, misses, and of which nobody knows, and of the exclusions that apply. */
export type Standing = { meets: string[]; misses: string[]; unknown: string[]; excluded: string[] }

/** Points apart from which on a difference is worth a word. */
const WORTH_SAYING = 5

/** `Sector and Size`, `Sector, Size and Plan`. */
function listWords(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}

const COUNTS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const countWord = (count: number) => COUNTS[count] ?? String(count)

/** Where the points of both teams part: `They part on four of five. CS leans on Sector, Product on ERP.` */
export function pointsText({ criteria }: Pick<PointsResult, 'criteria'>): string {
  const parted = criteria.filter(({ cs, product }) => Math.abs(cs - product) >= WORTH_SAYING)
  if (parted.length === 0) return 'They give every criterion nearly the same points.'
  const most = [...parted].sort((a, b) => Math.abs(b.cs - b.product) - Math.abs(a.cs - a.product))
  const leans = (over: (one: (typeof most)[number]) => boolean) =>
    listWords(
      most
        .filter(over)
        .slice(0, 2)
        .map(({ label }) => label),
    )
  const [cs, product] = [leans((one) => one.cs > one.product), leans((one) => one.product > one.cs)]
  const sides = cs
    ? `CS leans on ${cs}${product ? `, Product on ${product}` : ''}`
    : `Product leans on ${product}`
  return `They part on ${countWord(parted.length)} of ${countWord(criteria.length)}. ${sides}.`
}

const NOTHING_KNOWN: Standing = { meets: [], misses: [], unknown: [], excluded: [] }

/** What each team says of an account, and how it stands: `CS rates Nordwind 4.3, Product 2.3; it meets Sector, misses ERP.` */
export function accountText(
  { name, cs, product }: RatedByBoth,
  { meets, misses, unknown, excluded }: Standing = NOTHING_KNOWN,
): string {
  const parts = [
    excluded.length > 0 ? `is ruled out by ${listWords(excluded)}` : null,
    meets.length > 0 ? `meets ${listWords(meets)}` : null,
    misses.length > 0 ? `misses ${listWords(misses)}` : null,
    unknown.length > 0 ? `has nothing known of ${listWords(unknown)}` : null,
  ].filter((part) => part !== null)
  const said = `CS rates ${name} ${cs.mean.toFixed(1)}, Product ${product.mean.toFixed(1)}`
  return parts.length > 0 ? `${said}; it ${parts.join(', ')}.` : `${said}.`
}
