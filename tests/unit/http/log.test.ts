import { expect, test } from 'vitest'

import { describeError } from '#app/http/logger.server.ts'
import { pathForLog } from '#app/http/request-log.server.ts'

test.each([
  ['/requests?q=acme', '/requests'],
  ['/items/ITEM-17', '/items/ITEM-17'],
  ['/shared/3kQm9x2VbN7pLs0TqYwZ_a', '/shared/[secret]'],
  ['/shared/3kQm9x2VbN7pLs0TqYwZ_a.data?_routes=x', '/shared/[secret].data'],
  ['/reset/3kQm9x2VbN7pLs0TqYwZ-a/done', '/reset/[secret]/done'],
  ['/__manifest?p=/shared/3kQm9x2VbN7pLs0TqYwZ_a', '/__manifest'],
])('%s is logged as %s', (url, path) => {
  expect(pathForLog(url)).toBe(path)
})

test('a failed query is logged without what people typed', () => {
  const failed = Object.assign(
    new Error('Failed query: insert into people\nparams: hush', {
      cause: new Error('duplicate key'),
    }),
    { query: 'insert into people', params: ['hush'] },
  )
  const line = JSON.stringify(describeError(failed))
  expect(line).not.toContain('hush')
  expect(line).toContain('insert into people')
  expect(line).toContain('duplicate key')
})

test('a bug is logged with its stack', () => {
  expect(describeError(new TypeError('x is not a function'))).toMatchObject({
    type: 'TypeError',
    message: 'x is not a function',
    stack: expect.stringContaining('log.test.ts') as string,
  })
})
