import type { Mail } from '#app/domain/post.ts'

/** A mail with the link of an invitation. */
export function invitationMail(input: {
  to: string
  organisation: string
  invitedBy: string
  link: string
}): Mail {
  return {
    to: input.to,
    subject: `Join ${input.organisation} on Causeway`,
    text: [
      `${input.invitedBy} invites you to Causeway, where ${input.organisation} turns what customers ask for`,
      'into one ranked backlog.',
      '',
      'Choose a password and join:',
      input.link,
      '',
      'The link works once, for seven days. If you did not expect it, leave it.',
    ].join('\n'),
  }
}

/** A mail with the link that sets a new password, which the person asked for or an admin made. */
export function resetMail(input: {
  to: string
  name: string
  link: string
  from: 'person' | 'admin'
}): Mail {
  const asked = input.from === 'person'
  return {
    to: input.to,
    subject: 'A new password for Causeway',
    text: [
      `Hello ${input.name},`,
      '',
      asked
        ? 'you, or somebody who knows your address, asked for a new password. Set it here:'
        : 'an admin made a link for you, with which you choose a new password. Set it here:',
      input.link,
      '',
      `The link works once, for ${asked ? 'one hour' : '24 hours'}. If you did not ask for it, leave it: your password stays.`,
    ].join('\n'),
  }
}
