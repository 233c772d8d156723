import { describe, expect, test } from 'vitest'

import {
  day,
  emailAddress,
  line,
  optionalLine,
  optionalParagraph,
  paragraph,
  recordId,
  versionField,
} from '#app/lib/fields.ts'

const messages = (schema: ReturnType<typeof line>, value: unknown) =>
  schema.safeParse(value).error?.issues.map((issue) => issue.message)

describe('line', () => {
  const name = line('Enter a name.', 10)

  test('is trimmed', () => {
    expect(name.parse('  Ayşe 👩🏽  ')).toBe('Ayşe 👩🏽')
  })

  test.each([
    ['nothing', undefined, 'Enter a name.'],
    ['blanks', '   ', 'Enter a name.'],
    ['characters without a width', '\u200b\u2060\u200d', 'Enter a name.'],
    ['too much', 'a'.repeat(11), 'At most 10 characters.'],
    ['a NUL byte', 'a\u0000b', 'Take out the characters that cannot be seen.'],
    ['a line end', 'a\nb', 'Take out the characters that cannot be seen.'],
    ['a turn of the text', 'a\u202eb', 'Take out the characters that cannot be seen.'],
  ])('refuses %s', (_what, value, message) => {
    expect(messages(name, value)).toEqual([message])
  })
})

describe('paragraph', () => {
  const words = paragraph('Write something.', 20)

  test('keeps lines, right-to-left text and mark-up as they are', () => {
    expect(words.parse('one\r\ntwo\rthree\n')).toBe('one\ntwo\nthree')
    expect(words.parse('\tمرحبا <b>')).toBe('مرحبا <b>')
  })

  test('refuses what nobody can see', () => {
    expect(
      words.safeParse('\u200b \n\u00a0\u2060').error?.issues.map(({ message }) => message),
    ).toEqual(['Write something.'])
  })

  test('refuses what turns the text after it', () => {
    expect(words.safeParse('a\n\u202eb').success).toBe(false)
  })

  test('refuses a NUL byte and too much', () => {
    expect(words.safeParse('a\u0000b').success).toBe(false)
    expect(words.safeParse('a'.repeat(21)).success).toBe(false)
  })
})

describe('emailAddress', () => {
  test('is written in lower case', () => {
    expect(emailAddress.parse(' Ada@Example.COM ')).toBe('ada@example.com')
  })

  test.each([
    '',
    'ada',
    'ada@',
    '@example.com',
    'ada@example',
    'a da@example.com',
    'ada@exa\u0000mple.com',
  ])('refuses %j', (text) => {
    expect(emailAddress.safeParse(text).success).toBe(false)
  })
})

describe('recordId', () => {
  test('is a whole number that PostgreSQL can hold', () => {
    expect(recordId.parse('17')).toBe(17)
    for (const text of ['0', '-1', '1.5', 'x', '2147483648']) {
      expect(recordId.safeParse(text).success, text).toBe(false)
    }
  })
})

describe('fields that may be left out', () => {
  test('a line is null then, a paragraph empty', () => {
    for (const nothing of [undefined, '', '  ']) {
      expect(optionalLine(10).parse(nothing)).toBeNull()
      expect(optionalParagraph(10).parse(nothing)).toBe('')
    }
    expect(optionalLine(10).parse(' Pro ')).toBe('Pro')
    expect(optionalParagraph(10).parse('one\r\ntwo')).toBe('one\ntwo')
  })

  test('hold no NUL and no more than they can', () => {
    for (const text of ['a\u0000b', 'a'.repeat(11)]) {
      expect(optionalLine(10).safeParse(text).success, text).toBe(false)
      expect(optionalParagraph(10).safeParse(text).success, text).toBe(false)
    }
  })
})

test('a version is one that PostgreSQL can hold', () => {
  expect(versionField.parse('3')).toBe(3)
  for (const text of ['0', '2147483648', '1e12']) {
    expect(versionField.safeParse(text).success, text).toBe(false)
  }
})

test('a day exists, in a year that is no slip', () => {
  expect(day.parse('2026-01-15')).toBe('2026-01-15')
  for (const text of ['2026-02-30', '0202-01-15', '0000-01-15', '9999-12-31']) {
    expect(day.safeParse(text).success, text).toBe(false)
  }
})
