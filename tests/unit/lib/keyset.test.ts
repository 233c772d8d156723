import { describe, expect, it } from 'vitest'

import { readPlace, writePlace } from '#app/lib/keyset.ts'

const ANY = /^[\s\S]*$/

describe('a place in a list', () => {
  it.each([
    { key: 'anadolu lojistik', id: 17 },
    { key: '', id: 1 },
    { key: 'a.b.c', id: 2_147_483_647 },
    { key: 'شركة 🚚', id: 3 },
  ])('is read as it was written: %o', (place) => {
    expect(readPlace(writePlace(place), ANY)).toEqual(place)
  })

  it.each([null, '', 'x', '.a', 'a.1', '2147483648.a', '99999999999.a', '-1.a'])(
    'is none in %j',
    (text) => {
      expect(readPlace(text, ANY)).toBeNull()
    },
  )

  it('has a key of the form that its sort writes', () => {
    expect(readPlace('5.12', /^\d+$/)).toEqual({ key: '12', id: 5 })
    expect(readPlace('5.twelve', /^\d+$/)).toBeNull()
  })
})
