import { describe, expect, test } from 'vitest'

import { hashPassword, verifyPassword } from '#app/lib/passwords.server.ts'

describe('passwords', () => {
  test('are kept as argon2id with 19 MiB and two passes', async () => {
    expect(await hashPassword('correct horse')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  test('two hashes of one password differ, and both know it', async () => {
    const [one, two] = await Promise.all([
      hashPassword('correct horse'),
      hashPassword('correct horse'),
    ])
    expect(one).not.toBe(two)
    expect(await verifyPassword(one, 'correct horse')).toBe(true)
    expect(await verifyPassword(two, 'correct horse')).toBe(true)
    expect(await verifyPassword(one, 'Correct horse')).toBe(false)
  })

  test('without a hash nothing is right, not even the decoy', async () => {
    expect(await verifyPassword(null, 'nobody has this password')).toBe(false)
  })
})
