import { describe, expect, test } from 'vitest'

import { slug, untaken } from '#app/lib/slug.ts'

describe('slug', () => {
  test.each([
    ['Kargo & Depo', 'kargo-depo'],
    ['İSTANBUL IŞIK', 'istanbul-isik'],
    ['  Fleet 2.0!', 'fleet-2-0'],
    ['物流', ''],
  ])('%s', (name, expected) => {
    expect(slug(name)).toBe(expected)
  })

  test('takes another joint for keys', () => {
    expect(slug('Go-live date', '_')).toBe('go_live_date')
  })
})

describe('untaken', () => {
  test('counts on until it is free', () => {
    expect(untaken('fleet', new Set())).toBe('fleet')
    expect(untaken('fleet', new Set(['fleet', 'fleet-2']))).toBe('fleet-3')
  })
})
