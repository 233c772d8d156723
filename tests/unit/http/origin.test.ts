import { expect, test } from 'vitest'

import { comesFromUs } from '#app/http/origin.server.ts'

const host = 'causeway.example:3000'
const ours = `http://${host}`

test.each([
  ['our page, as browsers of today say it', { origin: ours, site: 'same-origin', host }, true],
  ['our page, in a browser without Sec-Fetch-Site', { origin: ours, site: undefined, host }, true],
  [
    'our page, where only Sec-Fetch-Site is sent',
    { origin: undefined, site: 'same-origin', host },
    true,
  ],
  ['another site', { origin: 'https://evil.example', site: 'cross-site', host }, false],
  [
    'another site in an old browser',
    { origin: 'https://evil.example', site: undefined, host },
    false,
  ],
  [
    'another port of our machine',
    { origin: 'http://causeway.example:4000', site: 'same-site', host },
    false,
  ],
  ['a sandboxed frame', { origin: 'null', site: 'cross-site', host }, false],
  ['a sandboxed frame in an old browser', { origin: 'null', site: undefined, host }, false],
  ['an address typed by hand', { origin: undefined, site: 'none', host }, false],
  ['nothing said', { origin: undefined, site: undefined, host }, false],
  [
    'a name that begins with ours',
    { origin: `http://causeway.example.evil.example`, site: undefined, host },
    false,
  ],
])('%s', (_, headers, expected) => {
  expect(comesFromUs(headers)).toBe(expected)
})

test('behind a proxy the public address counts, not the host that the proxy calls', () => {
  const headers = { origin: 'https://portal.example', site: 'same-origin', host: '10.0.0.7:3000' }
  expect(comesFromUs(headers, 'https://portal.example')).toBe(true)
  expect(
    comesFromUs({ ...headers, origin: 'http://10.0.0.7:3000' }, 'https://portal.example'),
  ).toBe(false)
})
