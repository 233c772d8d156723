import { expect, test } from 'vitest'

import { csvFile } from '#app/http/csv-file.server.ts'

test('is saved under its name, and a cell that looks like a formula is text', async () => {
  const response = csvFile('backlog.csv', [
    ['id', 'title'],
    [17, '=HYPERLINK("http://example.com")'],
    [18, null],
  ])
  expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="backlog.csv"')
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(new TextDecoder().decode(bytes)).toBe(
    `id,title\n17,"'=HYPERLINK(""http://example.com"")"\n18,\n`,
  )
})
