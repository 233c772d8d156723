import { describe, expect, test } from 'vitest'

import { safePath } from '#app/lib/safe-path.ts'

describe('safePath', () => {
  test.each([
    ['/backlog', '/backlog'],
    ['/backlog?line=platform&sort=-score#row', '/backlog?line=platform&sort=-score#row'],
    ['/', '/'],
    ['/a/../b', '/b'],
  ])('keeps %s', (next, kept) => {
    expect(safePath(next)).toBe(kept)
  })

  test.each([
    [null],
    [undefined],
    [''],
    ['backlog'],
    ['https://evil.example/'],
    ['//evil.example/'],
    ['/\\evil.example/'],
    ['/\t/evil.example/'],
    ['/.//evil.example/'],
    ['/a/..//evil.example/'],
    ['javascript:alert(1)'],
  ])('leads %j to the start', (next) => {
    expect(safePath(next)).toBe('/')
  })
})
