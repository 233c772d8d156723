import { describe, expect, test } from 'vitest'

import type { Mapping } from '#app/domain/imports/mapping.ts'
import { createRowParser } from '#app/domain/imports/rows.ts'
import { ROW_OPTIONS, csvRow, plainMapping } from '#tests/support/imports.ts'

const MAPPINGS: Record<string, Mapping> = {
  accounts: plainMapping('accounts', [
    'external_id',
    'name',
    'domain',
    'parent_external_id',
    'arr',
    'currency',
    'renewal_date',
    'health_score',
    'employees',
  ]),
  contracts: plainMapping(
    'contracts',
    ['external_id', 'amount', 'currency', 'start', 'renewal_date', 'evergreen', 'end_date'],
    { constants: { period: 'year' } },
  ),
  opportunities: plainMapping('opportunities', ['external_id', 'name', 'amount', 'probability']),
  requests: plainMapping('requests', [
    'external_id',
    'title',
    'body',
    'type',
    'importance',
    'status',
    'evidence',
    'evidence_url',
    'requester_email',
    'original_external_id',
  ]),
}

const REQUIRED: Record<string, Record<string, string>> = {
  accounts: { external_id: 'A1', name: 'Acme' },
  contracts: { external_id: 'C1', amount: '100' },
  opportunities: { external_id: 'O1', name: 'Deal' },
  requests: { external_id: 'R1', title: 'SSO', type: 'bug', importance: 'minor' },
}

function parse(kind: string, cells: Record<string, string>, change: Partial<Mapping> = {}) {
  const mapping = { ...(MAPPINGS[kind] ?? plainMapping('accounts', [])), ...change }
  return createRowParser(mapping, ROW_OPTIONS)(csvRow({ ...REQUIRED[kind], ...cells }))
}

describe('a wrong row says why, at its column', () => {
  test.each([
    ['accounts', { name: '' }, 'name', 'Name is empty.'],
    ['accounts', { external_id: '' }, 'external_id', 'Id in the source is empty.'],
    ['accounts', { arr: '-5' }, 'arr', '“-5” is negative; an amount is 0 or more.'],
    ['accounts', { arr: '(1,200.50)' }, 'arr', '“(1,200.50)” is negative; an amount is 0 or more.'],
    ['accounts', { arr: 'lots' }, 'arr', '“lots” is not a number.'],
    ['accounts', { arr: '10%' }, 'arr', '“10%” is a percentage, not an amount.'],
    ['accounts', { arr: '900000000000' }, 'arr', '“900000000000” is too large for an amount.'],
    [
      'accounts',
      { arr: '34.000' },
      'arr',
      '“34.000” can mean 34000 or 34.000. Say which decimal mark the column uses.',
    ],
    [
      'accounts',
      { arr: '5', currency: 'XYZ' },
      'currency',
      '“XYZ” is not a currency. Use a code such as EUR, TRY or USD.',
    ],
    ['accounts', { arr: '5 ABC' }, 'arr', '“ABC” is not a currency.'],
    [
      'accounts',
      { arr: '$5', currency: 'EUR' },
      'arr',
      'The amount says “$”, but the currency column says EUR.',
    ],
    ['accounts', { arr: '5 ¥' }, 'arr', '“¥” can be JPY or CNY. Choose a currency column.'],
    [
      'accounts',
      { renewal_date: '15.01.0202' },
      'renewal_date',
      '“15.01.0202” is in the year 0202; it must be from 1990 to 2100.',
    ],
    [
      'accounts',
      { renewal_date: '3/4/2026' },
      'renewal_date',
      '“3/4/2026” can be day first or month first. Say which the column uses.',
    ],
    [
      'accounts',
      { renewal_date: '2026-03' },
      'renewal_date',
      '“2026-03” names no day. Say which day of the month is meant.',
    ],
    ['accounts', { health_score: '101' }, 'health_score', '“101” is not from 0 to 100.'],
    [
      'accounts',
      { employees: '12.5' },
      'employees',
      '“12.5” is not a whole number from 0 to 10,000,000.',
    ],
    ['accounts', { domain: 'no site' }, 'domain', '“no site” is not a domain or a web address.'],
    [
      'accounts',
      { parent_external_id: 'A1' },
      'parent_external_id',
      'An account cannot be its own parent.',
    ],
    ['contracts', { amount: '' }, 'amount', 'Amount is empty.'],
    ['contracts', { evergreen: 'perhaps' }, 'evergreen', '“perhaps” is neither yes nor no.'],
    [
      'contracts',
      { evergreen: 'yes', renewal_date: '2026-01-01' },
      'renewal_date',
      'An evergreen contract has no renewal date.',
    ],
    [
      'contracts',
      { start: '2026-02-01', renewal_date: '2026-01-01' },
      'renewal_date',
      'The renewal must be after the start.',
    ],
    [
      'contracts',
      { start: '2026-02-01', end_date: '2026-01-01' },
      'end_date',
      'The end is before the start.',
    ],
    [
      'opportunities',
      { probability: '0.6' },
      'probability',
      '“0.6” looks like a share of 1. Write it from 0 to 100.',
    ],
    [
      'requests',
      { importance: 'Very' },
      'importance',
      '“Very” is none of blocker, critical, major, minor. Say which it stands for.',
    ],
    [
      'requests',
      { requester_email: 'nobody' },
      'requester_email',
      '“nobody” is not an e-mail address.',
    ],
    [
      'requests',
      { evidence: 'customer_written' },
      'evidence',
      'What the customer wrote needs its text or a link to it.',
    ],
    [
      'requests',
      { evidence_url: 'javascript:alert(1)' },
      'evidence_url',
      '“javascript:alert(1)” is not a web address. It begins with https:// or http://.',
    ],
    [
      'requests',
      { status: 'duplicate' },
      'status',
      'It is called a duplicate, but not of which request.',
    ],
    [
      'requests',
      { status: 'duplicate', original_external_id: 'R1' },
      'original_external_id',
      'A request cannot repeat itself.',
    ],
    [
      'requests',
      { body: 'x'.repeat(50_001) },
      'body',
      'This has 50,001 characters; at most 50,000 can be kept.',
    ],
    [
      'requests',
      { title: 'x'.repeat(201) },
      'title',
      'This has 201 characters; at most 200 can be kept.',
    ],
    ['requests', { title: 'a\u0007b' }, 'title', 'This has control characters. Take them out.'],
  ])('%s %j', (kind, cells, column, message) => {
    expect(parse(kind, cells)).toEqual({ ok: false, problems: [{ column, message }] })
  })

  test('all of them at once', () => {
    const result = parse('accounts', { name: ' ', arr: '-5', employees: 'many' })
    expect(result.ok ? [] : result.problems.map(({ column }) => column)).toEqual([
      'name',
      'arr',
      'employees',
    ])
  })

  test('what is wrong with it as text counts in mapped columns only', () => {
    const mapping = plainMapping('accounts', ['external_id', 'name'])
    const row = csvRow({ external_id: 'A1', name: 'Acme', note: 'x' }, [
      { kind: 'nul', column: 'name' },
      { kind: 'nul', column: 'note' },
      { kind: 'unreadable', column: 'note' },
      { kind: 'ragged', column: null, expected: 3, found: 2 },
    ])
    expect(createRowParser(mapping, ROW_OPTIONS)(row)).toEqual({
      ok: false,
      problems: [
        { column: 'name', message: 'This holds a NUL character, which no text may hold.' },
        {
          column: null,
          message:
            'The row has 2 cells where the header has 3. A delimiter or a quote is missing or too many.',
        },
      ],
    })
  })
})

describe('a good row', () => {
  const arr = (cells: Record<string, string>, change?: Partial<Mapping>) => {
    const result = parse('accounts', cells, change)
    return result.ok && result.record.kind === 'accounts' && result.record.row.mainContract
  }

  test.each([
    [{ arr: '1.234.567,89 €' }, { minor: 123456789, currency: 'EUR' }],
    [{ arr: '₺13.566,24' }, { minor: 1356624, currency: 'TRY' }],
    [{ arr: '$1,234.50' }, { minor: 123450, currency: 'USD' }],
    [
      { arr: '$1,234.50', currency: 'CAD' },
      { minor: 123450, currency: 'CAD' },
    ],
    [
      { arr: '100', currency: 'TL' },
      { minor: 10000, currency: 'TRY' },
    ],
    [{ arr: '100' }, { minor: 10000, currency: 'EUR' }],
    [
      { arr: '1500', currency: 'JPY' },
      { minor: 1500, currency: 'JPY' },
    ],
    [
      { arr: '1.5', currency: 'KWD' },
      { minor: 1500, currency: 'KWD' },
    ],
    [{ arr: '0' }, { minor: 0, currency: 'EUR' }],
  ])('%j in minor units', (cells, amount) => {
    expect(arr(cells)).toMatchObject({ amount })
  })

  test('answers settle what reads both ways', () => {
    const formats: Mapping['formats'] = {
      arr: { decimalMark: 'comma' },
      renewal_date: { dateOrder: 'dmy', monthDay: 'last' },
    }
    expect(arr({ arr: '34.000 TL', renewal_date: '3/4/2026' }, { formats })).toEqual({
      externalId: 'A1#main',
      amount: { minor: 3400000, currency: 'TRY' },
      period: 'year',
      renewsOn: '2026-04-03',
    })
    expect(arr({ renewal_date: '2028-02' }, { formats })).toMatchObject({ renewsOn: '2028-02-29' })
  })

  test('a renewal date alone changes the main contract, a currency alone does not', () => {
    expect(arr({ renewal_date: '2026-01-15' })).toEqual({
      externalId: 'A1#main',
      period: 'year',
      renewsOn: '2026-01-15',
    })
    expect(arr({ currency: 'EUR' })).toBeUndefined()
  })

  test('MRR is for a month', () => {
    expect(arr({ arr: '100' }, { constants: { arr_period: 'month' } })).toMatchObject({
      amount: { minor: 10000, currency: 'EUR' },
      period: 'month',
    })
  })

  test.each([
    ['accounts', { arr: '1000000000' }, 0],
    ['accounts', { arr: '1000000001' }, 1],
    ['accounts', { arr: '50000000000', currency: 'TRY' }, 0],
    ['accounts', { arr: '50000000100', currency: 'TRY' }, 1],
    ['accounts', { arr: '1000000001', currency: 'GBP' }, 1],
    ['opportunities', { amount: '2000000000' }, 1],
  ])('%s %j asks again when it is above a billion in base units', (kind, cells, count) => {
    const result = parse(kind, cells)
    expect(result.ok && result.large).toHaveLength(count)
  })

  test('a monthly amount counts twelve times', () => {
    const change = { constants: { arr_period: 'month' } }
    const result = parse('accounts', { arr: '90000000' }, change)
    expect(result).toMatchObject({
      large: [
        {
          column: 'arr',
          message: 'This comes to more than 1,000,000,000 EUR a year. Confirm that it is right.',
        },
      ],
    })
  })

  test('emoji, right-to-left text and HTML stay as they are', () => {
    const body = '🚚 <b>bold</b> <script>alert(1)</script> مرحبا'
    const result = parse('requests', { body })
    expect(result).toMatchObject({ ok: true, record: { row: { body } } })
  })

  test('signs for nothing are blank, and a blank leaves the field alone', () => {
    const result = parse('accounts', { arr: 'N/A', employees: '-', health_score: '' })
    expect(result).toEqual({
      ok: true,
      large: [],
      record: { kind: 'accounts', row: { ...REQUIRED_ACCOUNT, attributes: {} } },
    })
  })

  test('a fixed value stands in for a blank cell', () => {
    const result = parse('requests', { importance: '' }, { constants: { importance: 'major' } })
    expect(result).toMatchObject({ ok: true, record: { row: { importance: 'major' } } })
  })
})

const REQUIRED_ACCOUNT = { externalId: 'A1', name: 'Acme' }
