import { publicContext } from '#app/auth/guards.server.ts'
import { resetMail } from '#app/domain/people/mails.ts'
import { requestPasswordReset } from '#app/domain/people/reset-links.server.ts'
import { publicAddress } from '#app/http/address.server.ts'
import { logger } from '#app/http/logger.server.ts'
import { sendMail } from '#app/http/mail.server.ts'

/** Mails a link for a new password to whoever has the address; nobody waits for it, so a failure goes to the log. */
export async function mailResetLink(asked: { email: string; requestId: string }): Promise<void> {
  try {
    const link = await requestPasswordReset(publicContext(), asked)
    if (!link) return
    const address = publicAddress(`/reset/${link.token}`)
    await sendMail(resetMail({ to: asked.email, name: link.name, link: address, from: 'person' }))
  } catch (error) {
    logger.error({ id: asked.requestId, err: error }, 'reset link not made')
  }
}
