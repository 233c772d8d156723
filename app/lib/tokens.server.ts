import { createHash, randomBytes, randomInt } from 'node:crypto'

/** A secret for a link or a cookie: 256 random bits, base64url (43 characters). */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a secret that is random enough to need no salt: its SHA-256 in hex. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Crockford's alphabet: no I, L, O or U to mistake or to read a word into. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A secret for typing over: 80 random bits as `7K3M-9QXA-…`, four groups of four. */
export function newCode(): string {
  const letters = Array.from({ length: 16 }, () => ALPHABET.charAt(randomInt(ALPHABET.length)))
  return [0, 4, 8, 12].map((start) => letters.slice(start, start + 4).join('')).join('-')
}

/** The hash of a typed code, whatever its case, dashes and blanks; O reads as 0, I and L as 1. */
export function hashCode(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return hashToken(plain)
}
