import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'

import { attributesSchema } from '#app/domain/accounts/attributes.ts'
import { amountInput } from '#app/domain/accounts/fields.ts'
import { contractSchema } from '#app/domain/accounts/contract-schemas.ts'
import { opportunitySchema } from '#app/domain/accounts/opportunity-schemas.ts'
import {
  accountSchema,
  externalIdSchema,
  healthSchema,
  strategicSchema,
} from '#app/domain/accounts/schemas.ts'

/** Sends the fields as a form does and gives what came of them: the value, or the errors by field. */
function send<S extends z.ZodType>(schema: S, fields: Record<string, string | string[]>) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) body.append(name, one)
  }
  const submission = parseWithZod(body, { schema })
  return submission.status === 'success'
    ? { value: submission.value }
    : { errors: submission.error ?? {} }
}

const account = { name: 'Anadolu Lojistik', lifecycle: 'active' }
const contract = { amount: '240000', currency: 'EUR', period: 'year' }
const opportunity = { name: 'Second site', kind: 'expansion' }

describe('an account', () => {
  it('needs a name and a lifecycle; the rest is null', () => {
    expect(send(accountSchema, account)).toEqual({
      value: {
        name: 'Anadolu Lojistik',
        domain: null,
        parent: null,
        ownerId: null,
        lifecycle: 'active',
        segment: null,
        industry: null,
        region: null,
        employees: null,
        plan: null,
      },
    })
  })

  it('keeps emoji and right-to-left text, and trims', () => {
    const name = 'شركة النقل 🚚 GmbH'
    expect(send(accountSchema, { ...account, name: `  ${name} ` })).toMatchObject({
      value: { name },
    })
  })

  it.each([
    ['name', ' ', 'Enter the name of the company.'],
    ['name', 'a\u0000b', 'Take out the characters that cannot be seen.'],
    ['name', 'x'.repeat(201), 'At most 200 characters.'],
    ['segment', 'x'.repeat(81), 'At most 80 characters.'],
    ['segment', 'a\u0000b', 'Take out the characters that cannot be seen.'],
    ['domain', 'not a domain', 'Enter a domain such as example.com.'],
    ['employees', '-1', 'A number of people cannot be negative.'],
    ['employees', '1.5', 'Enter a whole number.'],
    ['employees', 'many', 'Enter a whole number.'],
    ['employees', '10000001', 'At most 10,000,000.'],
    ['lifecycle', 'zombie', 'Choose where the account stands.'],
    ['ownerId', '0', 'Choose one of the list.'],
  ])('refuses %s %j', (field, text, message) => {
    expect(send(accountSchema, { ...account, [field]: text })).toEqual({
      errors: { [field]: [message] },
    })
  })

  it('takes the host out of an address', () => {
    expect(
      send(accountSchema, { ...account, domain: 'https://www.anadolu.com.tr/tr' }),
    ).toMatchObject({ value: { domain: 'anadolu.com.tr' } })
  })
})

describe('a contract', () => {
  it('becomes money in minor units, with 60 days of notice', () => {
    expect(send(contractSchema, contract)).toEqual({
      value: {
        name: null,
        amount: { minor: 240_000_00, currency: 'EUR' },
        period: 'year',
        startsOn: null,
        renewsOn: null,
        evergreen: false,
        noticeDays: 60,
        autoRenew: false,
        productLineId: null,
        covers: [],
        confirmLarge: false,
      },
    })
  })

  it.each([
    ['JPY', '1500', 1500],
    ['KWD', '1500.125', 1_500_125],
    ['eur', '240,000.50', 240_000_50],
    ['EUR', '12.50', 12_50],
  ])('counts %s %s in its own minor units', (currency, amount, minor) => {
    expect(send(contractSchema, { ...contract, currency, amount })).toMatchObject({
      value: { amount: { minor, currency: currency.toUpperCase() } },
    })
  })

  it('has no notice when evergreen, unless it says so', () => {
    expect(send(contractSchema, { ...contract, evergreen: 'on' })).toMatchObject({
      value: { evergreen: true, noticeDays: 0 },
    })
    expect(send(contractSchema, { ...contract, evergreen: 'on', noticeDays: '30' })).toMatchObject({
      value: { noticeDays: 30 },
    })
  })

  it('reads the accounts that it covers', () => {
    expect(send(contractSchema, { ...contract, covers: ['3', '5'] })).toMatchObject({
      value: { covers: [3, 5] },
    })
  })

  it.each([
    [{ amount: '-1' }, 'amount', 'An amount cannot be negative.'],
    [{ amount: 'much' }, 'amount', 'Write the amount in digits, such as 240000 or 240,000.50.'],
    [
      { amount: '1.234' },
      'amount',
      'This can be read in two ways. Write it without the separator, or with decimals.',
    ],
    [{ amount: '1000000000001' }, 'amount', 'At most 1,000,000,000,000.'],
    [{ amount: '10.5555' }, 'amount', 'EUR has at most 2 decimals.'],
    [{ amount: '10.5', currency: 'JPY' }, 'amount', 'JPY has no decimals.'],
    [{ amount: '' }, 'amount', 'Enter an amount.'],
    [{ currency: 'XYZ' }, 'currency', '“XYZ” is no currency code.'],
    [{ currency: '' }, 'currency', 'Choose a currency.'],
    [{ period: 'week' }, 'period', 'Choose year or month.'],
    [{ startsOn: '0202-01-15' }, 'startsOn', 'The year must be from 1990 to 2100.'],
    [{ renewsOn: '2101-01-01' }, 'renewsOn', 'The year must be from 1990 to 2100.'],
    [{ renewsOn: '2026-02-30' }, 'renewsOn', 'Write the date as 2026-01-15.'],
    [{ renewsOn: '15/01/2026' }, 'renewsOn', 'Write the date as 2026-01-15.'],
    [
      { renewsOn: '2026-01-15', evergreen: 'on' },
      'renewsOn',
      'An evergreen contract has no renewal date. Clear one of the two.',
    ],
    [
      { startsOn: '2026-01-15', renewsOn: '2026-01-15' },
      'renewsOn',
      'The renewal must be after the start.',
    ],
    [{ noticeDays: '-1' }, 'noticeDays', 'Days of notice cannot be negative.'],
    [{ noticeDays: '4000' }, 'noticeDays', 'At most 3650 days.'],
  ])('refuses %o', (fields, field, message) => {
    expect(send(contractSchema, { ...contract, ...fields })).toEqual({
      errors: { [field]: [message] },
    })
  })
})

describe('an opportunity', () => {
  it('may leave its amount out', () => {
    expect(send(opportunitySchema, opportunity)).toMatchObject({ value: { amount: null } })
  })

  it('holds money once it says how much', () => {
    expect(
      send(opportunitySchema, { ...opportunity, amount: '80000', currency: 'EUR' }),
    ).toMatchObject({ value: { amount: { minor: 80_000_00, currency: 'EUR' } } })
  })

  it.each([
    [{ amount: '80000' }, 'currency', 'Choose a currency.'],
    [{ amount: '-80000', currency: 'EUR' }, 'amount', 'An amount cannot be negative.'],
    [{ probability: '101' }, 'probability', 'Enter a whole number from 0 to 100.'],
    [{ kind: 'gift' }, 'kind', 'Choose what kind it is.'],
    [{ closesOn: '1989-12-31' }, 'closesOn', 'The year must be from 1990 to 2100.'],
  ])('refuses %o', (fields, field, message) => {
    expect(send(opportunitySchema, { ...opportunity, ...fields })).toEqual({
      errors: { [field]: [message] },
    })
  })
})

describe('health and weight', () => {
  it('may both be unknown', () => {
    expect(send(healthSchema, { version: '3' })).toEqual({
      value: { version: 3, healthScore: null, healthColour: null },
    })
  })

  it.each(['-1', '101', '50.5'])('refuses a score of %s', (healthScore) => {
    expect(send(healthSchema, { version: '1', healthScore })).toEqual({
      errors: { healthScore: ['Enter a whole number from 0 to 100.'] },
    })
  })

  it('asks why and until when for a weight other than 1', () => {
    expect(send(strategicSchema, { version: '1', strategicWeight: '1.2' })).toEqual({
      errors: { strategicReason: ['Say why.'], strategicUntil: ['Say until when.'] },
    })
    expect(send(strategicSchema, { version: '1', strategicWeight: '1' })).toMatchObject({
      value: { strategicWeight: 1 },
    })
  })

  it.each(['0.79', '1.26', '0'])('refuses a weight of %s', (strategicWeight) => {
    expect(send(strategicSchema, { version: '1', strategicWeight })).toMatchObject({
      errors: { strategicWeight: ['The weight goes from 0.8 to 1.25.'] },
    })
  })
})

it('writes the system of an external id in lower case', () => {
  expect(
    send(externalIdSchema, { version: '1', source: 'Salesforce', externalId: '001A' }),
  ).toMatchObject({ value: { source: 'salesforce', externalId: '001A' } })
})

describe('custom attributes', () => {
  const schema = attributesSchema([
    { key: 'note', label: 'Note', type: 'text', choices: [] },
    { key: 'sites', label: 'Sites', type: 'number', choices: [] },
    { key: 'erp', label: 'ERP', type: 'boolean', choices: [] },
    { key: 'since', label: 'Since', type: 'date', choices: [] },
    { key: 'tier', label: 'Tier', type: 'choice', choices: ['A', 'B'] },
  ])

  it('carry their types, and null where nothing is known', () => {
    expect(
      send(schema, {
        version: '1',
        'attributes.note': 'x',
        'attributes.sites': '12.5',
        'attributes.erp': 'no',
        'attributes.since': '2024-02-29',
        'attributes.tier': 'B',
      }),
    ).toEqual({
      value: {
        version: 1,
        attributes: { note: 'x', sites: 12.5, erp: false, since: '2024-02-29', tier: 'B' },
      },
    })
    expect(send(schema, { version: '1' })).toMatchObject({
      value: { attributes: { note: null, sites: null, erp: null, since: null, tier: null } },
    })
  })

  it.each([
    ['sites', 'a dozen', 'Enter a number.'],
    ['erp', 'maybe', 'Choose yes or no.'],
    ['since', '0202-01-15', 'The year must be from 1990 to 2100.'],
    ['tier', 'C', 'Choose one of the list.'],
  ])('refuse %s %j', (key, text, message) => {
    expect(send(schema, { version: '1', [`attributes.${key}`]: text })).toEqual({
      errors: { [`attributes.${key}`]: [message] },
    })
  })
})

describe('an amount in a form', () => {
  it.each([
    [{ minor: 240_000_00, currency: 'EUR' }, '240000'],
    [{ minor: 240_000_50, currency: 'EUR' }, '240000.50'],
    [{ minor: 1_500, currency: 'JPY' }, '1500'],
    [{ minor: 1_234, currency: 'KWD' }, '1.2340'],
    [{ minor: 0, currency: 'EUR' }, '0'],
  ])('of %o is %s, and is read back the same', (amount, text) => {
    expect(amountInput(amount)).toBe(text)
    const { currency } = amount
    expect(send(contractSchema, { ...contract, amount: text, currency })).toMatchObject({
      value: { amount },
    })
  })

  it('covers one account as a list', () => {
    expect(send(contractSchema, { ...contract, covers: '3' })).toMatchObject({
      value: { covers: [3] },
    })
  })
})
