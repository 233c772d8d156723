import { describe, expect, test } from 'vitest'

import { emailAddress, line, paragraph, recordId } from '#app/lib/fields.ts'

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
    ['too much', 'a'.repeat(11), 'At most 10 characters.'],
    ['a NUL byte', 'a\u0000b', 'Take out the characters that cannot be seen.'],
    ['a line end', 'a\nb', 'Take out the characters that cannot be seen.'],
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
