import { once } from 'node:events'
import { request, type RequestOptions } from 'node:http'
import type { AddressInfo } from 'node:net'

import { createRequestHandler } from '@remix-run/express'
import express from 'express'
import { expect, test } from 'vitest'

import { buildOf } from '#tests/support/routes.ts'

// The environment is read once, so it is set before anything that reads it is loaded.
process.env['PUBLIC_URL'] = 'https://causeway.example'
const { originCheck, publicHost } = await import('#app/http/origin.server.ts')

const write = {
  id: 'write',
  path: '/write',
  parentId: undefined,
  entry: { file: 'write.ts', path: 'write' },
  params: {},
  module: {
    action: ({ request: { url } }: { request: Request }) => new Response(new URL(url).host),
  },
}

/** Serves the write behind our checks, as the server does; fetch would not send these headers. */
async function post(headers: RequestOptions['headers']) {
  const handle = createRequestHandler({ build: buildOf([write]), mode: 'production' })
  const server = express()
    .use(originCheck, publicHost, (...args) => void handle(...args))
    .listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const asked = request({ port, host: '127.0.0.1', path: '/write', method: 'POST', headers }).end()
  const [response] = (await once(asked, 'response')) as [
    AsyncIterable<Buffer> & { statusCode: number },
  ]
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part)
  server.close()
  return [response.statusCode, Buffer.concat(parts).toString()]
}

const origin = 'https://causeway.example'

test.each([
  ['passes the host on', { host: 'causeway.example', origin }],
  ['puts its own in the place of the host', { host: '127.0.0.1:3000', origin }],
  ['names a host further inside', { host: '127.0.0.1:3000', 'x-forwarded-host': 'inner', origin }],
])('a write comes through a proxy that %s', async (_words, headers) => {
  expect(await post(headers)).toEqual([200, 'causeway.example'])
})

test('another site gets no further for it', async () => {
  const headers = { host: '127.0.0.1:3000', origin: 'https://evil.example' }
  expect((await post({ ...headers, 'x-forwarded-host': 'evil.example' }))[0]).toBe(403)
})
