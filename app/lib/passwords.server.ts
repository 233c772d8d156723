import { hash, verify } from '@node-rs/argon2'

/** OWASP's first choice for argon2id, the library's default algorithm: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Encoded argon2id hash with its own salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST)
}

let decoy: Promise<string> | undefined

/**
 * Whether the password belongs to the hash. Without a hash it takes as long and says no, so that the
 * time of an answer does not tell whether somebody exists.
 */
export async function verifyPassword(encoded: string | null, password: string): Promise<boolean> {
  if (encoded !== null) return verify(encoded, password)
  decoy ??= hashPassword('nobody has this password')
  await verify(await decoy, password)
  return false
}
