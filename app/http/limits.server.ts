import { env } from '#app/env.server.ts'
import { hashToken } from '#app/lib/tokens.server.ts'

import { rateLimit } from './rate-limit.server.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE

const WAIT = 'Too many attempts. Wait 15 minutes and try again.'

const personAtComputer = rateLimit('sign-in', env().LIMIT_SIGN_IN, 15 * MINUTE, WAIT)
/** Whoever guesses from many computers gets no further than this with one person. */
const person = rateLimit('sign-in-person', 5 * env().LIMIT_SIGN_IN, 15 * MINUTE, WAIT)
/** An office shares one address, so it may fail more often than one person. */
const computer = rateLimit('sign-in-computer', 5 * env().LIMIT_SIGN_IN, 15 * MINUTE, WAIT)
const resetsOfAddress = rateLimit('reset', 3, HOUR, 'Too many links were asked for. Wait an hour.')
const resetsOfComputer = rateLimit(
  'reset-computer',
  20,
  HOUR,
  'Too many links were asked for. Wait an hour.',
)
const secrets = rateLimit('secret', 30, 15 * MINUTE, WAIT)
const submissions = rateLimit(
  'submit',
  env().LIMIT_SUBMIT,
  HOUR,
  `You submitted ${env().LIMIT_SUBMIT} requests within an hour. Wait a little; what you typed stays here.`,
)

/**
 * Runs a sign-in under the limits: for this person at this computer, for the computer, and for the person. Only
 * those that fail count. Throws `limit` when there were too many.
 */
export async function limitedSignIn<T>(
  { ip, email }: { ip: string; email: string },
  attempt: () => Promise<T>,
): Promise<T> {
  // Addresses are personal, so the key is only their hash.
  const whom = hashToken(email)
  const whomHere = hashToken(`${ip} ${email}`)
  await computer.use(ip)
  await personAtComputer.use(whomHere)
  await person.use(whom)
  const result = await attempt()
  await personAtComputer.forgive(whomHere)
  await computer.giveBack(ip)
  await person.giveBack(whom)
  return result
}

/** Counts one request for a reset link. Throws `limit` when there were too many. */
export async function limitReset({ ip, email }: { ip: string; email: string }): Promise<void> {
  await resetsOfComputer.use(ip)
  await resetsOfAddress.use(hashToken(email))
}

/** Counts one try of a code or a link that a computer was given. Throws `limit` when there were too many. */
export async function limitSecret(ip: string): Promise<void> {
  await secrets.use(ip)
}

/** Counts one submitted request of a person. Throws `limit` above `LIMIT_SUBMIT` an hour. */
export async function limitSubmit(personId: number): Promise<void> {
  await submissions.use(String(personId))
}
