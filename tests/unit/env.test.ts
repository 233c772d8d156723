import { expect, test } from 'vitest'

import { parseEnvironment } from '#app/env.server.ts'

test('needs nothing', () => {
  expect(parseEnvironment({})).toMatchObject({
    PORT: 3000,
    HOST: '127.0.0.1',
    DATA_DIR: '.data',
    LOG_LEVEL: 'info',
    CAUSEWAY_DEMO: '0',
  })
})

test('an empty variable is an unset one', () => {
  expect(parseEnvironment({ PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 3000 })
})

test('names everything that is wrong at once, in one sentence', () => {
  const wrong = { PORT: '70000', DATABASE_URL: 'mysql://x/y', LIMIT_SUBMIT: 'many' }
  expect(() => parseEnvironment(wrong)).toThrow(
    'The environment is wrong: PORT must be between 0 and 65535; ' +
      'DATABASE_URL must be an address that starts with postgres:// or postgresql://; ' +
      'LIMIT_SUBMIT must be a number.',
  )
})

test.each([
  ['PORT', '80.5', 'must be a whole number'],
  ['PUBLIC_URL', 'causeway.example', 'must be an address that starts with http:// or https://'],
  ['LIMIT_SIGN_IN', '0', 'must be 1 or more'],
  ['LOG_LEVEL', 'loud', 'must be silent, error, warn, info or debug'],
  ['SMTP_URL', 'https://mail.example', 'must be an address that starts with smtp:// or smtps://'],
])('%s=%s %s', (name, value, sentence) => {
  expect(() => parseEnvironment({ [name]: value })).toThrow(`${name} ${sentence}`)
})
