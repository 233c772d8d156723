import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { connect } from '#db/client.ts'
import { startEmbedded } from '#db/embedded.ts'

let directory = ''

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'causeway-embedded-'))
  await chmod(directory, 0o755)
})

afterEach(() => rm(directory, { recursive: true }))

async function query(url: string, text: string) {
  const { db, close } = connect(url, 1)
  try {
    return [...(await db.execute(sql.raw(text)))]
  } finally {
    await close()
  }
}

test('keeps its data over a stop, and its password to itself', async () => {
  const first = await startEmbedded(directory)
  await query(first.url(), 'create table note as select 7 as number')
  await first.stop()
  await expect(query(first.url(), 'select 1')).rejects.toThrow()

  const second = await startEmbedded(directory)
  expect(await query(second.url(), 'select number from note')).toEqual([{ number: 7 }])
  await second.stop()
  expect((await stat(path.join(directory, 'password'))).mode & 0o777).toBe(0o600)
})

test('two processes share one server, which stays until the last one leaves', async () => {
  const [first, second] = await Promise.all([startEmbedded(directory), startEmbedded(directory)])
  expect(second.url()).toBe(first.url())
  await first.stop()
  expect(await query(second.url(), 'select 1 as one')).toEqual([{ one: 1 }])
  await second.stop()
  await expect(query(second.url(), 'select 1')).rejects.toThrow()
})

test('stores UTF-8 and knows its letters', async () => {
  const server = await startEmbedded(directory)
  const [row] = await query(
    server.url(),
    `select getdatabaseencoding() as encoding, upper('ş') as letter`,
  )
  await server.stop()
  expect(row).toEqual({ encoding: 'UTF8', letter: 'Ş' })
})

test('a server that was killed is started again on the same data', async () => {
  const first = await startEmbedded(directory)
  await query(first.url(), 'create table note as select 7 as number')
  const [row] = await query(first.url(), `select pg_read_file('postmaster.pid') as file`)
  process.kill(Number(String(row?.['file']).split('\n')[0]), 'SIGKILL')

  const second = await startEmbedded(directory)
  expect(await query(second.url(), 'select number from note')).toEqual([{ number: 7 }])
  await second.stop()
})

test('works in a folder that is closed to every other account', async () => {
  await chmod(directory, 0o700)
  const first = await startEmbedded(directory)
  await query(first.url(), 'create table note as select 7 as number')
  await first.stop()
  const second = await startEmbedded(directory)
  expect(await query(second.url(), 'select number from note')).toEqual([{ number: 7 }])
  await second.stop()
  const record = path.join(directory, 'location')
  if (existsSync(record))
    await rm(path.dirname(await readFile(record, 'utf8')), { recursive: true })
})
