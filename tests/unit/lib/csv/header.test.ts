import { describe, expect, test } from 'vitest'

import { columnNames, detectHeader } from '#app/lib/csv/header.ts'

const records = (...rows: string[]) =>
  rows.map((row, i) => ({ line: i + 1, cells: row.split(',') }))

describe('detectHeader', () => {
  test('takes the first line', () => {
    expect(detectHeader(records('id,name', '1,Acme', '2,Beta'))).toEqual({
      headerLine: 1,
      dataLine: 2,
      candidates: [{ headerLine: 1, dataLine: 2 }],
      looksLikeData: false,
    })
  })

  test('passes over blank lines and titles, padded or not', () => {
    const report = detectHeader(records('', 'Accounts,,', 'As of May', 'id,name,arr', '1,Acme,5'))
    expect(report).toMatchObject({ headerLine: 4, dataLine: 5 })
    expect(report?.candidates).toHaveLength(1)
  })

  test('asks about a second row of names below', () => {
    const report = detectHeader(
      records('id,name,arr', 'Number,Company,Euro', 'A1,Acme,5', 'A2,Beta,7'),
    )
    expect(report?.candidates).toEqual([
      { headerLine: 1, dataLine: 3 },
      { headerLine: 1, dataLine: 2 },
      { headerLine: 2, dataLine: 3 },
    ])
  })

  test('asks about a row of groups above', () => {
    const report = detectHeader(
      records(
        'Company,,Revenue,',
        'id,name,arr,renewal',
        'A1,Acme,5,2026-01-15',
        'A2,Be,7,2026-02-15',
      ),
    )
    expect(report).toMatchObject({ headerLine: 2, dataLine: 3 })
    expect(report?.candidates).toContainEqual({ headerLine: 1, dataLine: 3 })
  })

  test('does not take a first row of words for names when no column is of numbers or dates', () => {
    const report = detectHeader(records('name,city', 'Acme,Bursa', 'Beta,Izmir', 'Gamma,Adana'))
    expect(report?.candidates).toHaveLength(1)
  })

  test('tells that the first line looks like data', () => {
    const report = detectHeader(records('1,Acme,2026-01-15', '2,Beta,2026-02-15'))
    expect(report?.looksLikeData).toBe(true)
  })

  test('finds none without a record', () => {
    expect(detectHeader(records('', ',,'))).toBeNull()
  })
})

describe('columnNames', () => {
  test('numbers blank names and gives repeated ones a suffix', () => {
    expect(columnNames(['Id', ' Labels ', 'Labels', '', 'Labels (2)', 'Two\n lines'])).toEqual([
      'Id',
      'Labels',
      'Labels (2)',
      'Column 4',
      'Labels (2) (2)',
      'Two lines',
    ])
  })
})
