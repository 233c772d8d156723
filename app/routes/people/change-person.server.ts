import { data, redirect } from '@remix-run/node'

import type { PersonContext } from '#app/auth/guards.server.ts'
import { changeRole } from '#app/domain/people/change-role.server.ts'
import { deactivatePerson, reactivatePerson } from '#app/domain/people/deactivate-person.server.ts'
import { handOver } from '#app/domain/people/hand-over.server.ts'
import { resetMail } from '#app/domain/people/mails.ts'
import { createResetLink } from '#app/domain/people/reset-links.server.ts'
import { handOverSchema, personSchema, roleSchema } from '#app/domain/people/schemas.ts'
import { addressFor } from '#app/http/address.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { mailIsOn, sendMail } from '#app/http/mail.server.ts'

/** Runs the form of the person's page that `intent` names. */
export async function changePerson(ctx: PersonContext, request: Request, personId: number) {
  const body = await request.formData()
  const done = (what: string) => redirect(`/people/${personId}?done=${what}`)
  switch (body.get('intent')) {
    case 'role':
      body.set('personId', String(personId))
      return handleForm(body, roleSchema, async (input) => {
        await changeRole(ctx, input)
        return done('role')
      })
    case 'hand-over':
      body.set('fromId', String(personId))
      return handleForm(body, handOverSchema, async (input) => {
        await handOver(ctx, input)
        return done('hand-over')
      })
    case 'reset-link':
      return onPerson(async () => {
        const { token, name, email } = await createResetLink(ctx, { personId })
        const link = addressFor(request, `/reset/${token}`)
        const mail = resetMail({ to: email, name, link, from: 'admin' })
        const mailed = mailIsOn() && (await sendMail(mail))
        return { result: null, link, mailed }
      })
    case 'deactivation':
      return onPerson(async () => {
        await deactivatePerson(ctx, { personId })
        return done('deactivation')
      })
    case 'return':
      return onPerson(async () => {
        await reactivatePerson(ctx, { personId })
        return done('return')
      })
    default:
      throw data('There is no such form.', { status: 400 })
  }

  function onPerson<T>(command: () => Promise<T>) {
    body.set('personId', String(personId))
    return handleForm(body, personSchema, command)
  }
}
