import { z } from 'zod'

import { line, optionalDay, optionalId, optionalLine, versionField } from '#app/lib/fields.ts'
import { readHostName } from '#app/lib/host-name.ts'
import { HEALTH_COLOURS, LIFECYCLES } from '#db/constants.ts'

import { optionalPercent } from './fields.ts'
import { LARGEST_WEIGHT, SMALLEST_WEIGHT } from './rules.ts'

const MOST_EMPLOYEES = 10_000_000

const webDomain = optionalLine(253).transform((text, ctx) => {
  const host = text === null ? null : readHostName(text)
  if (text !== null && host === null) {
    ctx.addIssue({ code: 'custom', message: 'Enter a domain such as example.com.' })
    return z.NEVER
  }
  return host
})

const employees = z
  .number({ error: 'Enter a whole number.' })
  .int('Enter a whole number.')
  .min(0, 'A number of people cannot be negative.')
  .max(MOST_EMPLOYEES, `At most ${MOST_EMPLOYEES.toLocaleString('en')}.`)
  .optional()
  .transform((count) => count ?? null)

/** What an account is, apart from its health, weight, contracts and attributes. */
export const accountSchema = z.object({
  name: line('Enter the name of the company.', 200),
  domain: webDomain,
  /** Name of the parent account as typed or picked; see `resolveAccount`. */
  parent: optionalLine(220),
  ownerId: optionalId,
  lifecycle: z.enum(LIFECYCLES, { error: 'Choose where the account stands.' }),
  segment: optionalLine(80),
  industry: optionalLine(80),
  region: optionalLine(80),
  employees,
  plan: optionalLine(80),
})

type AccountForm = z.output<typeof accountSchema>
export type AccountInput = Omit<AccountForm, 'parent'> & { parentId: number | null }

export const accountEditSchema = accountSchema.extend({ version: versionField })
export type AccountEdit = AccountInput & { accountId: number; version: number }

/** Which record, as it was seen: for archiving and restoring. */
export const seenSchema = z.object({ version: versionField })

export const healthSchema = z.object({
  version: versionField,
  healthScore: optionalPercent,
  healthColour: z
    .enum(HEALTH_COLOURS, { error: 'Choose a colour, or unknown.' })
    .optional()
    .transform((colour) => colour ?? null),
})
export type HealthInput = z.output<typeof healthSchema> & { accountId: number }

const RANGE = `The weight goes from ${SMALLEST_WEIGHT} to ${LARGEST_WEIGHT}.`

/** A weight other than 1 says why, and until when. */
export const strategicSchema = z
  .object({
    version: versionField,
    strategicWeight: z
      .number({ error: RANGE })
      .min(SMALLEST_WEIGHT, RANGE)
      .max(LARGEST_WEIGHT, RANGE)
      .multipleOf(0.01, 'At most two decimals.'),
    strategicReason: optionalLine(500),
    strategicUntil: optionalDay,
  })
  .superRefine((value, ctx) => {
    if (value.strategicWeight === 1) return
    if (value.strategicReason === null) {
      ctx.addIssue({ code: 'custom', path: ['strategicReason'], message: 'Say why.' })
    }
    if (value.strategicUntil === null) {
      ctx.addIssue({ code: 'custom', path: ['strategicUntil'], message: 'Say until when.' })
    }
  })
export type StrategicInput = z.output<typeof strategicSchema> & { accountId: number }

export const externalIdSchema = z.object({
  version: versionField,
  source: line('Name the system, such as salesforce.', 60).toLowerCase(),
  externalId: line('Enter the id in that system.', 200),
})
export type ExternalIdInput = z.output<typeof externalIdSchema> & { accountId: number }
