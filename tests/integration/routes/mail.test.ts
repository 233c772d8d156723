import { afterAll, describe, expect } from 'vitest'

import { test } from '#tests/support/db.ts'
import { openMailbox } from '#tests/support/mailbox.ts'
import { makeAdministration, PASSWORD, signedIn } from '#tests/support/people.ts'

const mailbox = await openMailbox()
afterAll(() => mailbox.close())

// The environment is read once, so it is set before anything that reads it is loaded.
process.env['SMTP_URL'] = mailbox.url
process.env['MAIL_FROM'] = 'Causeway <causeway@example.com>'
process.env['PUBLIC_URL'] = 'https://causeway.example'
const { sendMail } = await import('#app/http/mail.server.ts')
const { findOpenInvitation } = await import('#app/domain/people/accept-invitation.server.ts')
const { findResetLink } = await import('#app/domain/people/reset-links.server.ts')
const { callRoute, loadRoutes } = await import('#tests/support/routes.ts')
const routes = await loadRoutes()

/** Runs the action of the route with this id. */
function post(id: string, ...rest: [Parameters<typeof callRoute>[2], Record<string, string>]) {
  const route = routes.find((candidate) => candidate.id === id)
  if (!route) throw new Error(`${id} is not on the map`)
  return callRoute(route, 'action', ...rest)
}

/** The token at the end of the link in a mail, whose long lines are broken with `=`. */
const tokenIn = (mail: string, path: string) =>
  new RegExp(`https://causeway\\.example/${path}/([\\w-]{43})`).exec(
    mail.replace(/=\r\n/g, ''),
  )?.[1] ?? ''

describe('with a mail server', () => {
  test('a forgotten password brings a link that works, whatever host was asked', async ({ db }) => {
    const { anonymous } = await makeAdministration(db)
    const { status, said } = await post('routes/reset/ask', null, { email: 'Ada@Example.com' })
    expect([status, said]).toEqual([200, { sent: true, result: null }])
    const mail = await mailbox.next()
    expect(mail).toContain('To: ada@example.com')
    expect(mail).toContain('From: Causeway <causeway@example.com>')
    const token = tokenIn(mail, 'reset')
    const now = { ...anonymous, now: new Date() }
    expect(await findResetLink(now, token)).toMatchObject({ email: 'ada@example.com' })
  })

  test('an address that nobody has gets the same answer and no mail', async ({ db }) => {
    await makeAdministration(db)
    const { status, said } = await post('routes/reset/ask', null, { email: 'nobody@example.com' })
    expect([status, said]).toEqual([200, { sent: true, result: null }])
    // What was sent before would have arrived before this one.
    await sendMail({ to: 'last@example.com', subject: 'Last', text: 'Last' })
    expect(await mailbox.next()).toContain('Subject: Last')
    expect(mailbox.waiting()).toBe(0)
  })

  test('an invitation is mailed, and its link shown to the admin too', async ({ db }) => {
    const { admin, anonymous } = await makeAdministration(db)
    const fields = { email: 'new@example.com', role: 'contributor', team: 'cs' }
    const { said } = await post('routes/people/invite', signedIn(admin), fields)
    const mail = await mailbox.next()
    const token = tokenIn(mail, 'invitations')
    expect(mail).toContain('Subject: Join Example on Causeway')
    expect(said).toEqual({
      result: null,
      invited: {
        email: 'new@example.com',
        link: `https://causeway.example/invitations/${token}`,
        mailed: true,
      },
    })
    const now = { ...anonymous, now: new Date() }
    expect(await findOpenInvitation(now, token)).toMatchObject({ email: 'new@example.com' })
  })
})

test('under https the session cookie is Secure', async ({ db }) => {
  await makeAdministration(db)
  const { startSession } = await import('#app/auth/lucia.server.ts')
  const { signIn } = await import('#app/domain/people/sign-in.server.ts')
  const { personId } = await signIn(
    { db, now: new Date() },
    { email: 'ada@example.com', password: PASSWORD },
  )
  expect(await startSession(personId, '')).toMatch(/; Secure(;|$)/)
})

test('a mail server that is gone is no error of the page', async ({ db }) => {
  await makeAdministration(db)
  await mailbox.close()
  expect(await sendMail({ to: 'a@example.com', subject: 'x', text: 'x' })).toBe(false)
})
