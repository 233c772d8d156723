const LONGEST = 120
/** A shorter sentence (`Hello.`) is not a title yet, so the next one joins it. */
const SHORTEST = 16

/** Cut at a space where there is one near the end, with an ellipsis. Never splits an emoji or a marked letter. */
function shorten(text: string, longest: number): string {
  const letters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
  if (letters.length <= longest) return text
  const cut = letters.slice(0, longest - 1).join('')
  const space = cut.lastIndexOf(' ')
  return `${(space > cut.length / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}

/** A title for words that came without one: their first sentence, at most 120 characters. */
export function titleOf(words: string): string {
  const start = words.trim().slice(0, LONGEST * 16)
  const sentences = start.split(/(?<=[.!?…。؟])\s+|\n+/u)
  let title = ''
  for (const sentence of sentences) {
    title = title === '' ? sentence : `${title} ${sentence}`
    if (title.length >= SHORTEST) break
  }
  const full = title.replace(/\s+/gu, ' ').trim()
  return shorten(full.replace(/(?<=[^.])\.$/u, ''), LONGEST)
}
