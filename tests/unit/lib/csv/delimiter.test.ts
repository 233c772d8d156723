import { describe, expect, test } from 'vitest'

import { detectDelimiter } from '#app/lib/csv/delimiter.ts'

describe('detectDelimiter', () => {
  test.each([
    ['commas', 'a,b,c\n1,2,3\n', ',', 3],
    ['semicolons with decimal commas', 'a;b;c\n1,5;2,5;3,5\n2,5;3,5;4,5\n', ';', 3],
    ['tabs', 'a\tb\n1\t"x,y,z"\n', '\t', 2],
    ['pipes', 'a|b|c\n1|2|3\n', '|', 3],
    ['quoted delimiters and newlines', 'a;b\n"1,2,3";"x\ny,z"\n"say ""hi, you""";2\n', ';', 2],
    ['a title above', 'Accounts, as of May\n\na;b;c\n1;2;3\n4;5;6\n', ';', 3],
    ['one column', 'name\nAcme\nBeta\n', ',', 1],
    ['a hint for spreadsheets', 'sep=;\na,b;c\n1,2;3\n', ';', 2],
  ])('%s', (_, sample, delimiter, columns) => {
    const report = detectDelimiter(sample, true)
    expect(report).toMatchObject({ delimiter, certainty: 'certain' })
    expect(report.candidates[0]).toEqual({ delimiter, columns })
  })

  test('asks when two split header and rows alike', () => {
    const report = detectDelimiter('a,b;c,d\n1,2;3,4\n5,6;7,8\n', true)
    expect(report.certainty).toBe('ambiguous')
    expect(report.candidates).toEqual([
      { delimiter: ',', columns: 3 },
      { delimiter: ';', columns: 2 },
    ])
  })

  test('does not count the record that the sample cuts off', () => {
    const report = detectDelimiter('a;b\n1;"x', false)
    expect(report).toMatchObject({ delimiter: ';', certainty: 'certain' })
  })
})
