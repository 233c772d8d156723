import { z } from 'zod'

import { emailAddress, line, recordId } from '#app/lib/fields.ts'
import { ROLES, TEAMS, THEMES } from '#db/constants.ts'

import { baseCurrency, organisationName, timeZone } from '#app/domain/organisation/schemas.ts'

const personName = line('Enter a name.', 120)

const newPassword = z
  .string({ error: 'Choose a password.' })
  .min(10, 'Too short: take 10 characters or more.')
  .max(200, 'At most 200 characters.')

/** A password somebody has: only as long as one can be. */
const givenPassword = z
  .string({ error: 'Enter your password.' })
  .max(200, 'No password here is longer than 200 characters.')

const role = z.enum(ROLES, { error: 'Choose a role.' })
const team = z.enum(TEAMS, { error: 'Choose a team.' })

export const signInSchema = z.object({ email: emailAddress, password: givenPassword })

export const firstAdminSchema = z.object({
  code: line('Enter the code that the server printed.', 40),
  organisation: organisationName,
  baseCurrency,
  timeZone,
  productLine: line('Name a product line.', 60),
  name: personName,
  email: emailAddress,
  password: newPassword,
})
export type FirstAdminInput = z.output<typeof firstAdminSchema>

export const invitationSchema = z.object({ email: emailAddress, role, team })
export type InvitationInput = z.output<typeof invitationSchema>

export const acceptSchema = z.object({ name: personName, password: newPassword })
export type AcceptInput = z.output<typeof acceptSchema>

export const resetRequestSchema = z.object({ email: emailAddress })

export const resetSchema = z.object({ password: newPassword })

export const passwordChangeSchema = z.object({ current: givenPassword, password: newPassword })
export type PasswordChangeInput = z.output<typeof passwordChangeSchema>

export const nameSchema = z.object({ name: personName })

export const themeSchema = z.object({ theme: z.enum(THEMES, { error: 'Choose a theme.' }) })

/** `wasRole` and `wasTeam` are what the admin saw, so that a change in between is noticed. */
export const roleSchema = z.object({
  personId: recordId,
  role,
  team,
  wasRole: role,
  wasTeam: team,
})
export type RoleInput = z.output<typeof roleSchema>

export const personSchema = z.object({ personId: recordId })

export const invitationIdSchema = z.object({ invitationId: recordId })

export const handOverSchema = z
  .object({ fromId: recordId, toId: recordId })
  .refine(({ fromId, toId }) => fromId !== toId, {
    path: ['toId'],
    error: 'Choose somebody else.',
  })
export type HandOverInput = z.output<typeof handOverSchema>
