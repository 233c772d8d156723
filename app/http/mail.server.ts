import { createTransport } from 'nodemailer'

import { env } from '#app/env.server.ts'

import { logger } from './logger.server.ts'

/** Whether mail can be sent; otherwise an admin copies links and hands them over. */
export function mailIsOn(): boolean {
  return env().SMTP_URL !== undefined
}

/**
 * Sends a plain mail, after the commit of what it tells. A mail whose link is a key is sent in the request: a job's
 * payload would keep the key readable in the database.
 *
 * @returns whether the mail server took it; a refusal is logged without the text
 */
export async function sendMail(mail: {
  to: string
  subject: string
  text: string
}): Promise<boolean> {
  const url = env().SMTP_URL
  if (url === undefined) return false
  const transport = createTransport(
    { url, connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 },
    { from: env().MAIL_FROM },
  )
  try {
    await transport.sendMail(mail)
    return true
  } catch (error) {
    logger.error({ reason: error instanceof Error ? error.message : 'unknown' }, 'mail not sent')
    return false
  } finally {
    transport.close()
  }
}
