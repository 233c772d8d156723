export type Mail = { to: string; subject: string; text: string }

/** What sends the mails of jobs; whoever starts the jobs hands it in, because the domain speaks no SMTP. */
export type Post = {
  /** Whether the mail server took it. Claim in the database first: what is sent twice cannot be taken back. */
  send: (mail: Mail) => Promise<boolean>
  /** The address under which people reach a path of the app. */
  address: (path: string) => string
}
