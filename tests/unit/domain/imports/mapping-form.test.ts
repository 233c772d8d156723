import { describe, expect, test } from 'vitest'

import { choiceOf, mappingFromForm } from '#app/domain/imports/mapping-form.ts'
import { plainMapping } from '#tests/support/imports.ts'

const mapping = plainMapping('contracts', ['external_id'], {
  columns: { external_id: 'Id', period: 'Billing' },
  constants: { period: 'year' },
})
const columns = ['Id', 'Holder', 'Value', 'Billing']

function form(fields: Record<string, string>, attributes: string[] = []): FormData {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  for (const column of attributes) body.append('attribute', column)
  return body
}

describe('mappingFromForm', () => {
  test('reads columns, values for all rows, source and currency', () => {
    const read = mappingFromForm(
      { mapping, columns },
      form({
        source: 'Our ERP 2',
        currency: 'TRY',
        'field.external_id': 'column:Id',
        'field.account_external_id': 'column:Holder',
        'field.amount': 'column:Value',
        'field.period': 'value:month',
        'field.start': '',
      }),
    )
    expect(read).toMatchObject({
      source: 'our-erp-2',
      currency: 'TRY',
      columns: { external_id: 'Id', account_external_id: 'Holder', amount: 'Value' },
      constants: { period: 'month' },
    })
  })

  test('keeps the value for blank cells while its column stays', () => {
    const same = mappingFromForm({ mapping, columns }, form({ 'field.period': 'column:Billing' }))
    expect(same).toMatchObject({ columns: { period: 'Billing' }, constants: { period: 'year' } })
    const other = mappingFromForm({ mapping, columns }, form({ 'field.period': 'column:Value' }))
    expect(other.constants).toEqual({})
  })

  test.each([
    ['', 'csv'],
    ['123', 'csv'],
    ['Şirket', 'sirket'],
  ])('the source “%s” is %s', (source, expected) => {
    expect(mappingFromForm({ mapping, columns }, form({ source })).source).toBe(expected)
  })

  test('an unknown currency changes nothing', () => {
    expect(mappingFromForm({ mapping, columns }, form({ currency: 'XXY' })).currency).toBe('EUR')
  })

  test('keeps ticked columns as attributes, in the order of the file', () => {
    const accounts = plainMapping('accounts', ['external_id', 'name'], {
      attributes: [{ column: 'Seats', key: 'places', type: 'number' }],
    })
    const read = mappingFromForm(
      { mapping: accounts, columns: ['external_id', 'name', 'Güncel Paket__c', 'Seats'] },
      form({}, ['Seats', 'Güncel Paket__c', 'No such column']),
    )
    expect(read.attributes).toEqual([
      { column: 'Güncel Paket__c', key: 'guncel_paket', type: 'text' },
      { column: 'Seats', key: 'places', type: 'number' },
    ])
  })
})

test('choiceOf shows the column before the value', () => {
  expect(choiceOf(mapping, 'period')).toBe('column:Billing')
  expect(choiceOf({ ...mapping, columns: {} }, 'period')).toBe('value:year')
  expect(choiceOf(mapping, 'start')).toBe('')
})
