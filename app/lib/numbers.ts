/**
 * Compensated (Neumaier) sum of a figure of each value: the error stays near one unit in the last place however many
 * values there are. The order still decides the last bits, so a caller that must repeat itself sorts first.
 * Source: A. Neumaier, ZAMM 54 (1974).
 */
export function sumOf<T>(values: Iterable<T>, figureOf: (value: T) => number): number {
  let total = 0
  let lost = 0
  for (const value of values) {
    const figure = figureOf(value)
    const next = total + figure
    lost += Math.abs(total) >= Math.abs(figure) ? total - next + figure : figure - next + total
    total = next
  }
  return total + lost
}

/** Compensated sum, see `sumOf`. */
export function sum(values: Iterable<number>): number {
  return sumOf(values, (value) => value)
}

/** Whether two numbers differ by at most `tolerance` of the larger one. */
export function relativelyEqual(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b))
}

/** Rounds to `digits` significant decimal digits (1 to 100): 10203.6097 to 3 digits is 10200. */
export function roundSignificant(value: number, digits: number): number {
  return Number(value.toPrecision(digits))
}

/**
 * Whole numbers that add up to `total`, each next to its value: every value is rounded down and the missing units
 * go to the largest remainders (ties: the larger value, then the earlier one).
 * @param total The sum to show; by default the rounded sum of the values. Must lie within one unit a value above the
 * sum of the values rounded down.
 * @throws {RangeError} when `total` cannot be reached that way.
 */
export function largestRemainder(
  values: readonly number[],
  total: number = Math.round(sum(values)),
): number[] {
  const shown = values.map((value) => Math.floor(value))
  const missing = total - sum(shown)
  if (missing < 0 || missing > values.length) {
    throw new RangeError(`${values.length} values cannot be rounded to the total ${total}`)
  }
  const order = values
    .map((value, index) => ({ value, index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || b.value - a.value || a.index - b.index)
  for (const { index } of order.slice(0, missing)) shown[index] = (shown[index] ?? 0) + 1
  return shown
}

/** A number with as many decimals, with the minus sign of print, and none before a zero. */
export function decimalText(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals)
  return value < 0 && Number(text) !== 0 ? `−${text}` : text
}

/** A share as a percentage without needless zeros: `2.5 %`; it never breaks. */
export function percentText(share: number, digits = 2): string {
  return `${Number((share * 100).toFixed(digits))}\u00a0%`
}
