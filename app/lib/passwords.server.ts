import { hash, verify } from '@node-rs/argon2'

import { atMost } from './at-most.ts'

/** OWASP's first choice for argon2id, the library's default algorithm: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/**
 * Hashing runs on the four threads that also compress answers and read files: many who sign in at once must not
 * keep everybody else waiting.
 */
const inTurn = atMost(2)

/** Encoded argon2id hash with its own salt. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, COST))
}

let decoy: Promise<string> | undefined

/**
 * Whether the password belongs to the hash. Without a hash it takes as long and says no, so that the
 * time of an answer does not tell whether somebody exists.
 */
export async function verifyPassword(encoded: string | null, password: string): Promise<boolean> {
  if (encoded !== null) return inTurn(() => verify(encoded, password))
  decoy ??= hashPassword('nobody has this password')
  const hashed = await decoy
  await inTurn(() => verify(hashed, password))
  return false
}
