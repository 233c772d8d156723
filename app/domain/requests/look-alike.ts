import { fold } from '#app/lib/fold.ts'

/** How much two texts have in common, in words. */
export const LIKENESSES = ['very alike', 'alike', 'a little alike'] as const
export type Likeness = (typeof LIKENESSES)[number]

/** Least score of each likeness; judgement, tried on the labelled set of the tests. */
const LEAST: Readonly<Record<Likeness, number>> = {
  'very alike': 0.4,
  alike: 0.22,
  'a little alike': 0.08,
}

/** The likeness of a score from 0 to 1, or null below the least one. */
export function likeness(score: number): Likeness | null {
  return LIKENESSES.find((word) => score >= LEAST[word]) ?? null
}

/** A query has at most this many words: the longest say most, and each one costs. */
const MOST_WORDS = 16
/** Beginnings say what a text is about; what follows is not read. */
const MOST_CHARACTERS = 4_000

/** Words that every text holds, folded: English, Turkish, German. */
const COMMON = new Set(
  `about after all also and any are because been but can cannot could did does for from get had has have her him his how into its just
   like more most must need needs not now off one only our out please should some such than that the their them then there these they
   this those through too use used user users using very want wants was way were what when where which while who why will with without
   would you your am an as at be by do go he if in is it me my no of on or so to up us we
   ama bana bir biz bize bizim bu bunu cok daha de diye en gibi gore hic icin ile ise istiyor istiyoruz kadar lazim mi mu nasil ne neden
   olan olarak oldu olmali olsa olsun onu onun sadece sonra su var ve veya ya yok zaman da ki
   aber alle als auch auf aus bei bitte brauchen das dass dem den der des die diese dieser ein eine einem einen einer er fur haben hat ich
   ihr ist kann kein keine konnen man mehr mit muss nach nicht noch nur oder ohne sein sich sie sind uber und uns unser unsere von vor
   wenn werden wie wir wird wollen zu zum zur ab es im um`.split(/\s+/),
)

/** The words of a text, folded, as full-text search splits them: letters and digits only. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The telling words of a text: folded, without common and one-letter ones, the longest first, at most 16. */
export function tellingWords(text: string): string[] {
  const words = new Set(wordsOf(text.slice(0, MOST_CHARACTERS)))
  return [...words]
    .filter((word) => word.length > 1 && word.length <= 60 && !COMMON.has(word))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .slice(0, MOST_WORDS)
}

/** Cuts a text into runs that are, or are not, one of the words; for highlighting what two texts share. */
export function markWords(
  text: string,
  words: readonly string[],
): Array<{ text: string; shared: boolean }> {
  const wanted = new Set(words)
  return text
    .split(/([\p{L}\p{N}\p{M}]+)/u)
    .filter((run) => run !== '')
    .map((run) => ({ text: run, shared: wanted.has(fold(run)) }))
}
