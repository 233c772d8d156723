import { fold } from '#app/lib/fold.ts'
import { groupBy } from '#app/lib/group-by.ts'

export type Named = { id: number; name: string }

/** A piece of a comment: plain words, or a person named in it. */
export type Piece = { text: string; personId: number | null }

const WORD = /[\p{L}\p{N}]/u

const firstName = (name: string) => name.split(' ')[0] ?? name

/** The ways to name somebody, the longest first: the whole name, or the first one where nobody else has it. */
function namesOf(people: readonly Named[]): Named[] {
  const byFirst = groupBy(people, ({ name }) => fold(firstName(name)))
  const alone = [...byFirst.values()].filter((sharing) => sharing.length === 1).flat()
  return [...people, ...alone.map(({ id, name }) => ({ id, name: firstName(name) }))].sort(
    (a, b) => b.name.length - a.name.length,
  )
}

/** The longest name that stands right at `start`, as a whole. */
function nameAt(body: string, start: number, names: readonly Named[]): Named | undefined {
  return names.find(({ name }) => {
    const end = start + name.length
    return fold(body.slice(start, end)) === fold(name) && !WORD.test(body[end] ?? '')
  })
}

/**
 * Splits a comment at the people it names with `@Name`; joined, the pieces are the comment again. Case and accents do
 * not matter. An `@` within a word (an e-mail address), or before a name that nobody has, is plain text.
 */
export function splitMentions(body: string, people: readonly Named[]): Piece[] {
  const names = namesOf(people)
  const pieces: Piece[] = []
  let told = 0
  for (let at = body.indexOf('@'); at >= 0; at = body.indexOf('@', at + 1)) {
    const person = WORD.test(body[at - 1] ?? '') ? undefined : nameAt(body, at + 1, names)
    if (!person) continue
    const end = at + 1 + person.name.length
    if (at > told) pieces.push({ text: body.slice(told, at), personId: null })
    pieces.push({ text: body.slice(at, end), personId: person.id })
    told = end
  }
  if (told < body.length) pieces.push({ text: body.slice(told), personId: null })
  return pieces
}

/** The people a comment names, each once. */
export function mentionedIn(body: string, people: readonly Named[]): number[] {
  return [...new Set(splitMentions(body, people).flatMap(({ personId }) => personId ?? []))]
}
