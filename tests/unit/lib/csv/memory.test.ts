import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'

import { readRows } from '#app/lib/csv/rows.ts'

const ROWS = 100_000

async function* generated(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('id,name,note\n')
  for (let row = 0; row < ROWS; row += 100) {
    const lines = Array.from(
      { length: 100 },
      (_, i) => `A${row + i},Acme,"${'note '.repeat(30)}"\n`,
    )
    yield Buffer.from(lines.join(''))
  }
}

test('reads 100,000 rows with flat memory', async () => {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  const heap = () => {
    collectGarbage()
    return process.memoryUsage().heapUsed
  }

  const before = heap()
  let peak = 0
  let count = 0
  const format = { encoding: 'utf-8', delimiter: ',', headerLine: 1, dataLine: 2 } as const
  for await (const row of readRows(generated(), format)) {
    if (row.kind === 'row') count++
    if (count % 10_000 === 0) peak = Math.max(peak, heap() - before)
  }

  expect(count).toBe(ROWS)
  expect(peak).toBeLessThan(16 * 1024 * 1024)
}, 60_000)
