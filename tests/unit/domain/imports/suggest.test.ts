import { describe, expect, test } from 'vitest'

import { headersKey, normaliseHeader, similarity } from '#app/domain/imports/headers.ts'
import { suggestMapping } from '#app/domain/imports/suggest.ts'
import type { ImportKind } from '#db/constants.ts'

const suggest = (kind: ImportKind, ...columns: string[]) =>
  suggestMapping(kind, columns, { preset: null, currency: 'EUR' })

describe('suggestMapping without a preset', () => {
  test('finds columns by other names', () => {
    const { mapping, notes } = suggest(
      'contracts',
      'subscription_id',
      'account_id',
      'start_date',
      'mrr_amount',
      'arr_amount',
      'auto_renew_flag',
    )
    expect(mapping.columns).toEqual({
      external_id: 'subscription_id',
      account_external_id: 'account_id',
      start: 'start_date',
      amount: 'arr_amount',
      auto_renew: 'auto_renew_flag',
    })
    expect(mapping.constants).toEqual({ period: 'year' })
    expect(notes).toEqual([])
  })

  test('finds Turkish columns', () => {
    const { mapping } = suggest(
      'accounts',
      'Müşteri No',
      'Ünvan',
      'Sektör',
      'Para Birimi',
      'Yenileme Tarihi',
    )
    expect(mapping.columns).toEqual({
      external_id: 'Müşteri No',
      name: 'Ünvan',
      industry: 'Sektör',
      currency: 'Para Birimi',
      renewal_date: 'Yenileme Tarihi',
    })
  })

  test('MRR is for a month', () => {
    const { mapping } = suggest('accounts', 'id', 'name', 'totalMRR')
    expect(mapping.columns.arr).toBe('totalMRR')
    expect(mapping.constants).toEqual({ arr_period: 'month' })
  })

  test.each(['Annual Revenue', 'AnnualRevenue', 'revenue', 'Umsatz'])('%s is not ARR', (column) => {
    expect(suggest('accounts', 'id', 'name', column).mapping.columns.arr).toBeUndefined()
  })

  test('a name stands in for a missing id, and says so', () => {
    const { mapping, notes } = suggest('accounts', 'account', 'sector')
    expect(mapping.columns).toMatchObject({ external_id: 'account', name: 'account' })
    expect(notes).toEqual([
      'The file has no column for id in the source: “account” stands in for it.',
    ])
  })

  test('one column is suggested for one field only', () => {
    const { mapping } = suggest('requests', 'key', 'summary', 'csm')
    expect(mapping.columns).toEqual({
      external_id: 'key',
      title: 'summary',
      submitted_by_email: 'csm',
    })
  })
})

describe('headers', () => {
  test.each([
    ['BillingCountry', 'billing country'],
    ['billing_country', 'billing country'],
    ['Renewal_Date__c', 'renewal date'],
    ['CurrencyIsoCode', 'currency iso code'],
    ['totalMRR', 'total mrr'],
    ['ARR__c', 'arr'],
    ['Deal - Value', 'deal value'],
    ['MÜŞTERİ ADI', 'musteri adi'],
  ])('%s is compared as %s', (header, normal) => {
    expect(normaliseHeader(header)).toBe(normal)
  })

  test('similarity is the share of common words', () => {
    expect(similarity('renewal date', 'renewal date')).toBe(1)
    expect(similarity('renewal date', 'next renewal date')).toBe(0.8)
    expect(similarity('name', 'domain')).toBe(0)
  })

  test('a mapping is remembered by its columns in order', () => {
    expect(headersKey(['Account Id', 'ARR'])).toBe(headersKey(['account_id', 'arr']))
    expect(headersKey(['a', 'b'])).not.toBe(headersKey(['b', 'a']))
  })
})
