import { describe, expect, test } from 'vitest'
import { z } from 'zod'

import { readSubmission } from '#app/http/submission.server.ts'

const schema = z.object({ rows: z.array(z.object({ name: z.string() })).default([]) })

const REFUSED = /belongs to another page/

function read(fields: readonly (readonly [string, string])[]) {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  return readSubmission(body, schema)
}

const intentOf = (payload: object) =>
  [['__intent__', JSON.stringify({ type: 'insert', payload })]] as const

describe('the body of a form', () => {
  test('is read as its names say', () => {
    expect(read([['rows[0].name', 'Retail']])).toMatchObject({
      status: 'success',
      value: { rows: [{ name: 'Retail' }] },
    })
  })

  test('may carry a button that adds a row', () => {
    const { status, payload } = read(intentOf({ name: 'rows', defaultValue: { name: '' } }))
    expect(status).toBeUndefined()
    expect(payload).toEqual({ rows: [{ name: '' }] })
  })

  test.each([
    ['a row so far out that the list up to it fills the memory', [['rows[99999999].name', 'x']]],
    ['the same in a field that the form does not have', [['others[1000]', 'x']]],
    ['a name of countless parts', [['a' + '.a'.repeat(50), 'x']]],
    ['more fields than a form has', Array.from({ length: 5001 }, () => ['q', ''] as const)],
    ['a button that is no JSON', [['__intent__', '{']]],
    ['a button for a row far out', intentOf({ name: 'rows[99999999].name' })],
    ['the same by its place', intentOf({ name: 'rows', index: 1000 })],
    ['a state, which no form of ours keeps', [['__state__', '{']]],
  ] as const)('is refused with %s', (_what, fields) => {
    expect(() => read(fields)).toThrow(REFUSED)
  })
})
