import { z } from 'zod'

import { line, optionalDay, optionalId, optionalLine, versionField } from '#app/lib/fields.ts'
import { OPPORTUNITY_KINDS } from '#db/constants.ts'

import { amountText, currencyCode, moneyFrom, optionalPercent } from './fields.ts'

const deal = z.object({
  name: line('Name the opportunity.', 200),
  kind: z.enum(OPPORTUNITY_KINDS, { error: 'Choose what kind it is.' }),
  /** What it adds a year; unknown when left out. */
  amount: amountText.optional(),
  currency: currencyCode.optional(),
  stage: optionalLine(80),
  probability: optionalPercent,
  closesOn: optionalDay,
  productLineId: optionalId,
  confirmLarge: z.boolean().default(false),
})

type Deal = z.output<typeof deal>

function checkDeal({ amount: digits, currency, ...rest }: Deal, ctx: z.RefinementCtx) {
  if (digits === undefined) return { ...rest, amount: null }
  if (currency === undefined) {
    ctx.addIssue({ code: 'custom', path: ['currency'], message: 'Choose a currency.' })
    return z.NEVER
  }
  const amount = moneyFrom(digits, currency)
  if ('problem' in amount) {
    ctx.addIssue({ code: 'custom', path: ['amount'], message: amount.problem })
    return z.NEVER
  }
  return { ...rest, amount }
}

/** An opportunity as the form carries it; the output holds the amount as money, or null. */
export const opportunitySchema = deal.transform(checkDeal)
export type OpportunityInput = z.output<typeof opportunitySchema>

export const opportunityEditSchema = deal
  .extend({ version: versionField })
  .transform((value, ctx) => {
    const { version, ...fields } = value
    return { ...checkDeal(fields, ctx), version }
  })

export const opportunityCloseSchema = z.object({
  version: versionField,
  state: z.enum(['won', 'lost', 'open'], { error: 'Choose how it ended.' }),
})
