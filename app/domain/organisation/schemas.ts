import { z } from 'zod'

import { isCurrency } from '#app/domain/money.ts'
import { line, recordId, versionField } from '#app/lib/fields.ts'
import { ATTRIBUTE_TYPES, type Importance } from '#db/constants.ts'

export const organisationName = line('Name the organisation.', 120)

const currencyCode = z
  .string({ error: 'Enter a currency.' })
  .trim()
  .toUpperCase()
  .refine(isCurrency, 'Enter an ISO code such as EUR, USD or TRY.')

export const baseCurrency = currencyCode

export const timeZone = z
  .string({ error: 'Choose a time zone.' })
  .refine(isTimeZone, 'Choose a time zone of the list, such as Europe/Istanbul.')

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

export const organisationSchema = z.object({
  version: versionField,
  name: organisationName,
  timeZone,
  baseCurrency,
})
export type OrganisationInput = z.output<typeof organisationSchema>

const wholeNumber = (message: string, min: number, max: number) =>
  z.coerce.number({ error: message }).int(message).min(min, message).max(max, message)

const targetDays = wholeNumber('Enter 1 to 250 working days.', 1, 250)

/** Working days until the first answer, by importance. */
export const responseTargetsSchema = z.object({
  version: versionField,
  ...({
    blocker: targetDays,
    critical: targetDays,
    major: targetDays,
    minor: targetDays,
  } satisfies Record<Importance, typeof targetDays>),
})
export type ResponseTargets = Record<Importance, number>
export type ResponseTargetsInput = z.output<typeof responseTargetsSchema>

const stageRow = z.object({
  stage: line('Name the stage.', 80).optional(),
  percent: wholeNumber('Enter 0 to 100 percent.', 0, 100).optional(),
})

/** Rows of the form; a row without a stage is left out. */
export const stagesSchema = z.object({
  version: versionField,
  stages: z.array(stageRow).superRefine((rows, issues) => {
    const seen = new Set<string>()
    rows.forEach(({ stage, percent }, index) => {
      const key = stage?.toLowerCase()
      if (stage && percent === undefined) {
        issues.addIssue({
          code: 'custom',
          path: [index, 'percent'],
          message: 'Enter a percentage.',
        })
      }
      if (!stage && percent !== undefined) {
        issues.addIssue({ code: 'custom', path: [index, 'stage'], message: 'Name the stage.' })
      }
      if (key && seen.has(key)) {
        issues.addIssue({
          code: 'custom',
          path: [index, 'stage'],
          message: 'This stage is here twice.',
        })
      }
      if (key) seen.add(key)
    })
  }),
})
export type StagesInput = z.output<typeof stagesSchema>

const productLineName = line('Name the product line.', 60)
export const newProductLineSchema = z.object({ name: productLineName })
export const productLineSchema = z.object({ productLineId: recordId })
export const renameProductLineSchema = z.object({
  productLineId: recordId,
  version: versionField,
  name: productLineName,
})
export type RenameProductLineInput = z.output<typeof renameProductLineSchema>

const areaName = line('Name the area.', 60)
export const newAreaSchema = z.object({ productLineId: recordId, name: areaName })
export const areaSchema = z.object({ areaId: recordId })
export const renameAreaSchema = z.object({
  areaId: recordId,
  version: versionField,
  name: areaName,
})
export type RenameAreaInput = z.output<typeof renameAreaSchema>

const RATE = /^\d{1,9}(\.\d{1,10})?$/
const rate = z
  .string({ error: 'Enter a rate.' })
  .trim()
  .regex(RATE, 'Enter a rate such as 0.92, with a point.')
  .transform(Number)
  .refine((value) => value > 0, 'A rate is more than 0.')

const rateRow = z.object({ currency: currencyCode.optional(), rate: rate.optional() })

/** Rows of the form; an empty row is left out. `wasVersionId` is the version that the admin saw. */
export const ratesSchema = z.object({
  wasVersionId: recordId.optional(),
  reason: line('Say why, for those who compare publications.', 200),
  rates: z.array(rateRow).superRefine((rows, issues) => {
    const seen = new Set<string>()
    rows.forEach(({ currency, rate }, index) => {
      if (currency && rate === undefined) {
        issues.addIssue({ code: 'custom', path: [index, 'rate'], message: 'Enter a rate.' })
      }
      if (!currency && rate !== undefined) {
        issues.addIssue({ code: 'custom', path: [index, 'currency'], message: 'Enter a currency.' })
      }
      if (currency && seen.has(currency)) {
        issues.addIssue({
          code: 'custom',
          path: [index, 'currency'],
          message: 'This currency is here twice.',
        })
      }
      if (currency) seen.add(currency)
    })
  }),
})
export type RatesInput = z.output<typeof ratesSchema>

const attributeLabel = line('Name the attribute.', 60)

/** Choices one a line, without repeats. */
const choices = z
  .string()
  .max(10_000, 'At most 10,000 characters.')
  .default('')
  .transform((text) => [...new Set(text.split(/\r?\n/).map((one) => one.trim()))].filter(Boolean))
  .pipe(z.array(line('Name the choice.', 80)).max(100, 'At most 100 choices.'))

const needsChoices = {
  path: ['choices'],
  error: 'Write at least two choices, one on each line.',
}

export const newAttributeSchema = z
  .object({
    label: attributeLabel,
    type: z.enum(ATTRIBUTE_TYPES, { error: 'Choose a type.' }),
    choices,
    changeable: z.boolean().default(false),
  })
  .refine(({ type, choices }) => type !== 'choice' || choices.length >= 2, needsChoices)
export type NewAttributeInput = z.output<typeof newAttributeSchema>

export const attributeSchema = z.object({ key: line('Choose an attribute.', 80) })

export const changeAttributeSchema = z.object({
  key: line('Choose an attribute.', 80),
  version: versionField,
  label: attributeLabel,
  choices,
  changeable: z.boolean().default(false),
})
export type ChangeAttributeInput = z.output<typeof changeAttributeSchema>
