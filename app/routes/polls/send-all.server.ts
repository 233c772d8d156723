import type { Mail } from '#app/domain/post.ts'
import { mailIsOn, sendMail } from '#app/http/mail.server.ts'

/** Writes to each of several people, after the commit; null where no mail is sent at all. */
export async function sendAll<Person>(
  people: readonly Person[],
  mailTo: (person: Person) => Mail,
): Promise<{ taken: number; of: number } | null> {
  if (!mailIsOn()) return null
  const taken = await Promise.all(people.map((person) => sendMail(mailTo(person))))
  return { taken: taken.filter(Boolean).length, of: people.length }
}
