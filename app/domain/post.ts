import { counted } from '#app/lib/counted.ts'

export type Mail = { to: string; subject: string; text: string }

/** What sends the mails of jobs; whoever starts the jobs hands it in, because the domain speaks no SMTP. */
export type Post = {
  /** Whether the mail server took it. Claim in the database first: what is sent twice cannot be taken back. */
  send: (mail: Mail) => Promise<boolean>
  /** The address under which people reach a path of the app. */
  address: (path: string) => string
}

/**
 * What a job reports of the mails that the mail server did not take, for whoever operates it; nothing where it took all.
 * @param kind what one of them is
 * @param about what they are about, with its preposition
 */
export function reportUntaken(failed: number, kind: string, about: string) {
  return failed === 0
    ? undefined
    : { found: true, message: `The mail server did not take ${counted(failed, kind)} ${about}` }
}
