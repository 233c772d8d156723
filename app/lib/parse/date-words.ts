import { fold } from '#app/lib/fold.ts'

const NAMES: readonly (readonly string[])[] = [
  ['january', 'jan', 'ocak', 'oca', 'januar', 'janner'],
  ['february', 'feb', 'subat', 'sub', 'februar'],
  ['march', 'mar', 'mart', 'marz', 'mrz'],
  ['april', 'apr', 'nisan', 'nis'],
  ['may', 'mayis', 'mai'],
  ['june', 'jun', 'haziran', 'haz', 'juni'],
  ['july', 'jul', 'temmuz', 'tem', 'juli'],
  ['august', 'aug', 'agustos', 'agu'],
  ['september', 'sep', 'sept', 'eylul', 'eyl'],
  ['october', 'oct', 'ekim', 'eki', 'oktober', 'okt'],
  ['november', 'nov', 'kasim', 'kas'],
  ['december', 'dec', 'aralik', 'ara', 'dezember', 'dez'],
]

const MONTHS = new Map(NAMES.flatMap((names, i) => names.map((name) => [name, i + 1] as const)))

const WEEKDAYS =
  /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b,?|\b(?:pazartesi|sali|carsamba|persembe|cuma|cumartesi|pazar|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b,?/g

/** 1 to 12 for a folded English, Turkish or German month, whole or short; null for another word. */
export function monthOf(word: string): number | null {
  return MONTHS.get(word) ?? null
}

/** Folded, with single spaces and without the day of the week. */
export function foldDate(text: string): string {
  return fold(text).replaceAll(WEEKDAYS, ' ').replaceAll(/\s+/g, ' ').trim()
}
