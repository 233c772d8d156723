import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

import { SMTPServer } from 'smtp-server'

/** A mail server that keeps what it is sent. */
export type Mailbox = {
  url: string
  /** The next mail as it came over the wire, in the order of arrival. */
  next: () => Promise<string>
  /** Mails that arrived and were not taken yet. */
  waiting: () => number
  close: () => Promise<void>
}

export async function openMailbox(): Promise<Mailbox> {
  const mails: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      text(stream).then((mail) => {
        mails.push(mail)
        server.server.emit('mail')
        done()
      }, done)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    waiting: () => mails.length,
    next: async () => {
      if (mails.length === 0) await once(server.server, 'mail')
      return mails.shift() ?? ''
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
