import { describe, expect, test } from 'vitest'

import { hashCode, hashToken, newCode, newToken } from '#app/lib/tokens.server.ts'

describe('tokens', () => {
  test('a token has 256 bits and is another each time', () => {
    expect(newToken()).toMatch(/^[\w-]{43}$/)
    expect(newToken()).not.toBe(newToken())
  })

  test('is stored as its SHA-256', () => {
    // Of FIPS 180-2, appendix B.1.
    expect(hashToken('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })

  test('a code is typed in any way that reads the same', () => {
    const hash = hashCode('0A1B-2C3D-4E5F-6G7H')
    expect(hashCode(' oa1b 2c3d 4e5f 6g7h ')).toBe(hash)
    expect(hashCode('0ALB2C3D4E5F6G7H')).toBe(hash)
    expect(hashCode('0A1B-2C3D-4E5F-6G7J')).not.toBe(hash)
  })

  test('a code has four groups of letters that cannot be mistaken', () => {
    expect(newCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
  })
})
