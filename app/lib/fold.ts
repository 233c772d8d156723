/** Letters that decomposition leaves whole, as PostgreSQL's unaccent writes them. */
const WHOLE: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'ss',
  ø: 'o',
  Ø: 'o',
  ł: 'l',
  Ł: 'l',
  æ: 'ae',
  Æ: 'ae',
  œ: 'oe',
  Œ: 'oe',
  đ: 'd',
  Đ: 'd',
  ð: 'd',
  Ð: 'd',
  þ: 'th',
  Þ: 'th',
  ħ: 'h',
  Ħ: 'h',
  ŧ: 't',
  Ŧ: 't',
  ŋ: 'n',
  Ŋ: 'n',
}

const WHOLE_LETTERS = new RegExp(`[${Object.keys(WHOLE).join('')}]`, 'gu')
/** Marks of Latin, Greek and Cyrillic only: in other scripts a mark is a vowel. */
const MARKS = /[\u0300-\u036f]/gu

/**
 * The form in which words are compared and searched: İ, I and ı become i, marks are dropped, the rest is lower case.
 * Turkish first, because no locale lowers `İSTANBUL IŞIK` and `istanbul ışık` to the same letters.
 */
export function fold(text: string): string {
  return text
    .replace(/[İIı]/g, 'i')
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(WHOLE_LETTERS, (letter) => WHOLE[letter] ?? letter)
    .toLowerCase()
    .normalize('NFC')
}
