import { fold } from '#app/lib/fold.ts'

/**
 * A column's name as words to compare: `BillingCountry`, `billing_country` and `Billing Country__c` are
 * all `billing country`.
 */
export function normaliseHeader(header: string): string {
  const spaced = header
    .replace(/__c$/i, '')
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
  return fold(spaced)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The columns of a file as one text; files with the same one can share a remembered mapping. */
export function headersKey(columns: readonly string[]): string {
  return columns.map(normaliseHeader).join('|')
}

/** 0 to 1: 1 for the same words, else the share of words that two names have in common (Dice). */
export function similarity(a: string, b: string): number {
  const [left, right] = [new Set(a.split(' ')), new Set(b.split(' '))]
  const common = [...left].filter((word) => right.has(word)).length
  return (2 * common) / (left.size + right.size)
}
