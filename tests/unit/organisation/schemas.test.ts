import { describe, expect, test } from 'vitest'
import type { z } from 'zod'

import {
  baseCurrency,
  newAttributeSchema,
  ratesSchema,
  responseTargetsSchema,
  stagesSchema,
  timeZone,
} from '#app/domain/organisation/schemas.ts'

/** Path and message of each complaint. */
function complaints(schema: z.ZodType, value: unknown) {
  return schema
    .safeParse(value)
    .error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

describe('settings', () => {
  test('a currency is an ISO code in any case', () => {
    expect(baseCurrency.parse(' try ')).toBe('TRY')
    expect(baseCurrency.safeParse('BTC').success).toBe(false)
  })

  test('a time zone is one that exists', () => {
    expect(timeZone.parse('Europe/Istanbul')).toBe('Europe/Istanbul')
    expect(timeZone.safeParse('Europe/Atlantis').success).toBe(false)
    expect(timeZone.safeParse('').success).toBe(false)
  })

  test('targets are 1 to 250 working days', () => {
    const targets = { version: '1', blocker: '1', critical: '2', major: '5', minor: '250' }
    expect(responseTargetsSchema.parse(targets)).toEqual({
      version: 1,
      blocker: 1,
      critical: 2,
      major: 5,
      minor: 250,
    })
    expect(complaints(responseTargetsSchema, { ...targets, blocker: '0', minor: '251' })).toEqual([
      'blocker: Enter 1 to 250 working days.',
      'minor: Enter 1 to 250 working days.',
    ])
  })
})

describe('plan rates', () => {
  const reason = 'Rates of the first quarter'

  test('leave empty rows out of the count', () => {
    const rates = [{ currency: 'usd', rate: '0.92' }, {}]
    expect(ratesSchema.parse({ reason, rates }).rates).toEqual([
      { currency: 'USD', rate: 0.92 },
      {},
    ])
  })

  test.each([
    [[{ currency: 'USD' }], ['rates.0.rate: Enter a rate.']],
    [[{ rate: '0.92' }], ['rates.0.currency: Enter a currency.']],
    [
      [
        { currency: 'USD', rate: '0.92' },
        { currency: 'USD', rate: '0.93' },
      ],
      ['rates.1.currency: This currency is here twice.'],
    ],
    [
      [{ currency: 'USD', rate: '0,92' }],
      ['rates.0.rate: Enter a rate such as 0.92, with a point.'],
    ],
    [[{ currency: 'USD', rate: '0' }], ['rates.0.rate: A rate is more than 0.']],
    [
      [{ currency: 'XYZ', rate: '1' }],
      ['rates.0.currency: Enter an ISO code such as EUR, USD or TRY.'],
    ],
  ])('complain beside the box: %j', (rates, expected) => {
    expect(complaints(ratesSchema, { reason, rates })).toEqual(expected)
  })

  test('need a reason', () => {
    expect(complaints(ratesSchema, { rates: [] })).toEqual([
      'reason: Say why, for those who compare publications.',
    ])
  })
})

describe('stages', () => {
  test('need both boxes, and each stage once whatever its case', () => {
    const stages = [{ stage: 'Proposal' }, { percent: '20' }, { stage: 'proposal', percent: '101' }]
    expect(complaints(stagesSchema, { version: '1', stages: stages.slice(0, 2) })).toEqual([
      'stages.0.percent: Enter a percentage.',
      'stages.1.stage: Name the stage.',
    ])
    expect(complaints(stagesSchema, { version: '1', stages: stages.slice(2) })).toEqual([
      'stages.0.percent: Enter 0 to 100 percent.',
    ])
    const twice = [
      { stage: 'Proposal', percent: '20' },
      { stage: 'proposal', percent: '30' },
    ]
    expect(complaints(stagesSchema, { version: '1', stages: twice })).toEqual([
      'stages.1.stage: This stage is here twice.',
    ])
  })
})

describe('attributes', () => {
  test('choices are lines without repeats', () => {
    const parsed = newAttributeSchema.parse({
      label: 'Tier',
      type: 'choice',
      choices: 'Gold\r\n Silver \n\nGold',
    })
    expect(parsed.choices).toEqual(['Gold', 'Silver'])
  })

  test('a choice needs two of them, another type none', () => {
    expect(
      complaints(newAttributeSchema, { label: 'Tier', type: 'choice', choices: 'Gold' }),
    ).toEqual(['choices: Write at least two choices, one on each line.'])
    expect(complaints(newAttributeSchema, { label: 'Tier', type: 'text' })).toBeUndefined()
  })
})
