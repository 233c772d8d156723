import { expect, test } from 'vitest'
import fc from 'fast-check'

import { mentionedIn, splitMentions } from '#app/domain/comments/mentions.ts'

const people = [
  { id: 1, name: 'Işıl Demir' },
  { id: 2, name: 'Anna Berg' },
  { id: 3, name: 'Anna Bergmann' },
  { id: 4, name: 'Jonas Weber' },
]

test.each([
  ['@Jonas Weber, can you look?', [4]],
  ['(@jonas weber)', [4]],
  ['@Jonas, please', [4]],
  ['@ISIL DEMIR and @Işıl', [1]],
  ['@Anna Bergmann', [3]],
  ['@Anna Berg', [2]],
  // Two people are called Anna.
  ['@Anna', []],
  // Part of a longer word, an address, nobody, nothing.
  ['@Jonasson', []],
  ['mail@jonas weber', []],
  ['@Nobody @ @', []],
  ['@Jonas Weber @Anna Berg @Jonas Weber', [4, 2]],
])('%s names %j', (body, ids) => {
  expect(mentionedIn(body, people)).toEqual(ids)
})

test('the pieces say who is named, and where', () => {
  expect(splitMentions('Ask @Jonas Weber, or @me.', people)).toEqual([
    { text: 'Ask ', personId: null },
    { text: '@Jonas Weber', personId: 4 },
    { text: ', or @me.', personId: null },
  ])
})

test('the pieces put together are the comment', () => {
  const words = fc.constantFrom('@', '@Jonas Weber', '@Anna Berg', 'İ', ' ', '\n', 'x', '🙂')
  fc.assert(
    fc.property(fc.array(words), (parts) => {
      const body = parts.join('')
      const joined = splitMentions(body, people).map(({ text }) => text)
      expect(joined.join('')).toBe(body)
    }),
  )
})
