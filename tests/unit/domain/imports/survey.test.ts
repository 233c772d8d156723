import { describe, expect, test } from 'vitest'

import type { Mapping } from '#app/domain/imports/mapping.ts'
import { surveyRows, withSurvey } from '#app/domain/imports/survey.ts'
import { readRows } from '#app/lib/csv/rows.ts'
import { inChunks } from '#tests/support/chunks.ts'
import { plainMapping } from '#tests/support/imports.ts'

const FORMAT = { encoding: 'utf-8', delimiter: ';', headerLine: 1, dataLine: 2 } as const

const survey = (mapping: Mapping, ...lines: string[]) =>
  surveyRows(readRows(inChunks(lines.join('\n')), FORMAT), mapping)

const ACCOUNTS = plainMapping('accounts', ['external_id', 'name', 'arr', 'renewal_date'])
const HEADER = 'external_id;name;arr;renewal_date'

describe('surveyRows', () => {
  test('takes from one row what settles the others', async () => {
    const result = await survey(ACCOUNTS, HEADER, 'A1;X;34.000;3/4/2026', 'A2;Y;1.250,50;14/4/2026')
    expect(result).toMatchObject({ rows: 2, questions: [], footers: [] })
    expect(withSurvey(ACCOUNTS, result).formats).toMatchObject({
      arr: { decimalMark: 'comma' },
      renewal_date: { dateOrder: 'dmy' },
    })
  })

  test('asks what no row settles', async () => {
    const result = await survey(ACCOUNTS, HEADER, 'A1;X;34.000;3/4/2026', 'A2;Y;5.000;2026-05')
    expect(result.questions).toEqual([
      { kind: 'decimal_mark', column: 'arr', examples: ['34.000', '5.000'] },
      { kind: 'date_order', column: 'renewal_date', examples: ['3/4/2026'] },
      { kind: 'month_day', column: 'renewal_date', examples: ['2026-05'] },
    ])
  })

  test('does not ask again, and an answer wins over what the column proves', async () => {
    const answered: Mapping = {
      ...ACCOUNTS,
      formats: {
        arr: { decimalMark: 'comma' },
        renewal_date: { dateOrder: 'dmy', monthDay: 'first' },
      },
    }
    const result = await survey(answered, HEADER, 'A1;X;34.000;3/4/2026', 'A2;Y;5.5;2026-05')
    expect(result.questions).toEqual([])
    expect(withSurvey(answered, result).formats).toMatchObject(answered.formats)
  })

  test('counts the words that stand for no choice yet, however they are written', async () => {
    const mapping = plainMapping('requests', ['external_id', 'title', 'type', 'importance'])
    const result = await survey(
      mapping,
      'external_id;title;type;importance',
      'R1;a;bug;minor',
      'R2;b;Task;minor',
      'R3;c;Öneri;minor',
      'R4;d;ÖNERİ;minor',
    )
    expect(result.questions).toMatchObject([
      {
        kind: 'values',
        field: 'type',
        cells: [
          { text: 'Öneri', count: 2 },
          { text: 'Task', count: 1 },
        ],
      },
    ])
  })

  test('tells the footers', async () => {
    const result = await survey(ACCOUNTS, HEADER, 'A1;X;5;2026-01-15', '', 'Total: 1')
    expect(result).toMatchObject({ rows: 1, footers: [{ line: 4, text: 'Total: 1' }] })
  })

  test('says which type every cell of a custom attribute has', async () => {
    const columns = ['seats', 'code', 'live', 'since', 'note', 'blank']
    const mapping = plainMapping('accounts', ['external_id', 'name'], {
      attributes: columns.map((column) => ({ column, key: column, type: 'text' })),
    })
    const result = await survey(
      mapping,
      `external_id;name;${columns.join(';')}`,
      'A1;X;1.200,5;007;true;2026-01-15;12;',
      'A2;Y;30;008;Hayır;1/2/2026;many;',
    )
    expect(result.attributeTypes).toEqual({
      seats: 'number',
      code: 'text',
      live: 'boolean',
      since: 'date',
      note: 'text',
      blank: 'text',
    })
    expect(result.questions).toEqual([])
  })
})
