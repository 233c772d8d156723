import { expect, test } from 'vitest'
import { cx } from '#app/lib/class-names.ts'

test('joins what is there and leaves out the rest', () => {
  expect(cx('h-row', false, null, undefined, ['px-4', { 'text-muted': true, hidden: false }])).toBe(
    'h-row px-4 text-muted',
  )
})
