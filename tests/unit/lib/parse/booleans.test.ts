import { expect, test } from 'vitest'

import { parseBoolean } from '#app/lib/parse/booleans.ts'

test.each([
  ['1', true],
  ['TRUE', true],
  ['WAHR', true],
  ['Evet', true],
  ['DOĞRU', true],
  ['x', true],
  ['✓', true],
  ['0', false],
  ['False', false],
  ['FALSCH', false],
  ['Hayır', false],
  ['YANLIŞ', false],
  ['-', false],
  ['', null],
  ['  ', null],
  ['maybe', undefined],
  ['2', undefined],
])('%j is %s', (text, value) => {
  expect(parseBoolean(text)).toBe(value)
})
