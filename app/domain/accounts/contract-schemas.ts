import { z } from 'zod'

import {
  day,
  optionalDay,
  optionalId,
  optionalLine,
  recordId,
  versionField,
} from '#app/lib/fields.ts'
import { CONTRACT_PERIODS } from '#db/constants.ts'

import { amountText, currencyCode, moneyFrom } from './fields.ts'

const LONGEST_NOTICE = 3650

const terms = z.object({
  name: optionalLine(120),
  amount: amountText,
  currency: currencyCode,
  period: z.enum(CONTRACT_PERIODS, { error: 'Choose year or month.' }),
  startsOn: optionalDay,
  renewsOn: optionalDay,
  evergreen: z.boolean().default(false),
  noticeDays: z
    .number({ error: 'Enter the days of notice.' })
    .int('Enter whole days.')
    .min(0, 'Days of notice cannot be negative.')
    .max(LONGEST_NOTICE, `At most ${LONGEST_NOTICE} days.`)
    .optional(),
  autoRenew: z.boolean().default(false),
  productLineId: optionalId,
  /** Further accounts that it covers. */
  covers: z.array(recordId).max(500, 'At most 500 accounts.').default([]),
  /** Ticked the second time, when the amount is out of the ordinary. */
  confirmLarge: z.boolean().default(false),
})

type Terms = z.output<typeof terms>

/** Days of notice where nothing was said. */
const USUAL_NOTICE = 60

function checkTerms(value: Terms, ctx: z.RefinementCtx) {
  const fail = (path: string, message: string) => {
    ctx.addIssue({ code: 'custom', path: [path], message })
    return z.NEVER
  }
  if (value.evergreen && value.renewsOn !== null) {
    return fail('renewsOn', 'An evergreen contract has no renewal date. Clear one of the two.')
  }
  if (value.startsOn && value.renewsOn && value.renewsOn <= value.startsOn) {
    return fail('renewsOn', 'The renewal must be after the start.')
  }
  const amount = moneyFrom(value.amount, value.currency)
  if ('problem' in amount) return fail('amount', amount.problem)
  return {
    name: value.name,
    amount,
    period: value.period,
    startsOn: value.startsOn,
    renewsOn: value.renewsOn,
    evergreen: value.evergreen,
    noticeDays: value.noticeDays ?? (value.evergreen ? 0 : USUAL_NOTICE),
    autoRenew: value.autoRenew,
    productLineId: value.productLineId,
    covers: value.covers,
    confirmLarge: value.confirmLarge,
  }
}

/** A contract as the form carries it; the output holds the amount as money. */
export const contractSchema = terms.transform(checkTerms)
export type ContractInput = z.output<typeof contractSchema>

export const contractEditSchema = terms
  .extend({ version: versionField })
  .transform((value, ctx) => {
    const checked = checkTerms(value, ctx)
    return { ...checked, version: value.version }
  })

export const contractEndSchema = z.object({ version: versionField, endedOn: day })
