import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'

import { inspectCsv } from '#app/lib/csv/inspect.ts'
import type { FormatAnswers } from '#app/lib/csv/inspect.ts'
import { inChunks } from '#tests/support/chunks.ts'

const inspect = (content: string | Uint8Array, answers?: FormatAnswers) =>
  inspectCsv(inChunks(content, 1000), answers)

describe('inspectCsv', () => {
  test.each([
    ['', 'The file is empty.'],
    ['\ufeff', 'The file holds nothing but blank lines.'],
    ['\n \r\n', 'The file holds nothing but blank lines.'],
    [',,,\n,,,\n', 'The file holds nothing but delimiters.'],
    ['id,name\n', 'The file has column names on line 1 and no rows under them.'],
    ['%PDF-1.4', 'This looks like a PDF. Export it as CSV and upload that.'],
    [
      'id,name\n1,"Acme\n',
      'The row that begins on line 2 does not end: a quote opens in it and is never closed.',
    ],
  ])('refuses %j with a sentence', async (content, message) => {
    expect(await inspect(content)).toEqual({ ok: false, message })
  })

  test.each([300_000, 1_100_000])(
    'tells a row with a cell of %i characters from an open quote',
    async (size) => {
      expect(await inspect(`id,name\n1,"${'x'.repeat(size)}"\n2,Acme\n`)).toEqual({
        ok: false,
        message:
          'The row that begins on line 2 is too long. Shorten it, or close a quote that opens in it.',
      })
    },
  )

  test('finds the format of a Turkish spreadsheet export', async () => {
    const bytes = iconv.encode('Müşteri No;Ünvan;Tutar\r\n1;Işık Şti.;1.234,50\r\n', 'windows-1254')
    expect(await inspect(bytes)).toMatchObject({
      ok: true,
      format: { encoding: 'windows-1254', delimiter: ';', headerLine: 1, dataLine: 2 },
      columns: ['Müşteri No', 'Ünvan', 'Tutar'],
      preview: [{ line: 2, cells: { 'Müşteri No': '1', Ünvan: 'Işık Şti.', Tutar: '1.234,50' } }],
      questions: [],
    })
  })

  test('asks about two header rows, until it is answered', async () => {
    const content = 'id,name,arr\nNumber,Company,Euro\nA1,Acme,5\nA2,Beta,7\n'
    expect(await inspect(content)).toMatchObject({ ok: true, questions: ['header'] })
    expect(await inspect(content, { header: { headerLine: 2, dataLine: 3 } })).toMatchObject({
      ok: true,
      questions: [],
      columns: ['Number', 'Company', 'Euro'],
      preview: [{ line: 3 }, { line: 4 }],
    })
  })

  test('asks about a delimiter that is not sure, until it is answered', async () => {
    const content = 'a,b;c,d\n1,2;3,4\n5,6;7,8\n'
    expect(await inspect(content)).toMatchObject({ ok: true, questions: ['delimiter'] })
    expect(await inspect(content, { delimiter: ';' })).toMatchObject({
      questions: [],
      columns: ['a,b', 'c,d'],
    })
  })

  test('judges the encoding by the whole file, the table by its beginning', async () => {
    const long = `id,name\n${'1,Acme\n'.repeat(50_000)}2,Işık\n`
    expect(await inspect(iconv.encode(long, 'windows-1254'))).toMatchObject({
      ok: true,
      format: { encoding: 'windows-1254' },
    })
  })

  test('shows at most ten rows', async () => {
    const result = await inspect(`id,name\n${'1,Acme\n'.repeat(30)}`)
    expect(result.ok && result.preview.length).toBe(10)
  })
})
