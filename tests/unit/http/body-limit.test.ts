import { expect, test } from 'vitest'

import { isTooLarge, LARGEST_FORM } from '#app/http/body-limit.server.ts'

const FORM = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data; boundary=x'

test.each([
  ['/login', FORM, '120', false],
  ['/requests/new', FORM, String(LARGEST_FORM), false],
  ['/requests/new', FORM, String(LARGEST_FORM + 1), true],
  ['/requests/new', MULTIPART, String(LARGEST_FORM + 1), true],
  ['/requests/new', FORM, undefined, true],
  ['/requests/new', FORM, 'many', true],
  ['/imports/new', MULTIPART, '99000000', false],
  ['/imports/new', MULTIPART, undefined, false],
  ['/imports/new', FORM, '99000000', true],
  ['/importsx', MULTIPART, '99000000', true],
])('%s %s of %s bytes is too large: %s', (path, type, length, expected) => {
  expect(isTooLarge(path, type, length)).toBe(expected)
})
