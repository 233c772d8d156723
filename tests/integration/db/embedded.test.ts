import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'

import { connect } from '#db/client.ts'
import { installedBinaries } from '#db/embedded-binaries.ts'
import { settlePlace } from '#db/embedded-place.ts'
import { launch } from '#db/embedded-server.ts'
import { adopt } from '#db/embedded-state.ts'
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

async function dataOf(url: string): Promise<string> {
  const [row] = await query(url, `select current_setting('data_directory') as place`)
  return String(row?.['place'])
}

async function postmaster(url: string): Promise<number> {
  const [row] = await query(url, `select pg_read_file('postmaster.pid') as file`)
  return Number(String(row?.['file']).split('\n')[0])
}

test('a server that was killed is started again on the same data', async () => {
  const first = await startEmbedded(directory)
  await query(first.url(), 'create table note as select 7 as number')
  process.kill(await postmaster(first.url()), 'SIGKILL')

  const second = await startEmbedded(directory)
  expect(await query(second.url(), 'select number from note')).toEqual([{ number: 7 }])
  await first.stop()
  await second.stop()
})

test('who comes while the last one leaves finds the server up', async () => {
  for (let round = 0; round < 3; round += 1) {
    const first = await startEmbedded(directory)
    const [second, third] = await Promise.all([
      startEmbedded(directory),
      startEmbedded(directory),
      first.stop(),
    ])
    expect(second.url()).toBe(third.url())
    expect(await query(second.url(), 'select 1 as one')).toEqual([{ one: 1 }])
    await Promise.all([second.stop(), third.stop()])
  }
})

test('whoever starts a second server on the same data is told each time', async () => {
  const first = await startEmbedded(directory)
  const place = await settlePlace(directory, await installedBinaries())
  const log = path.join(directory, 'second.log')
  const others = Array.from({ length: 8 }, () => launch(place, log, {}).catch(String))
  for (const said of await Promise.all(others)) expect(said).toMatch(/lock file/)
  await first.stop()
})

test('a file that its server takes along while it is looked at is no fault', async () => {
  const place = { binaries: '', data: directory, account: undefined }
  expect(() => adopt(place, process.pid)).not.toThrow()
  await writeFile(path.join(directory, 'postmaster.pid'), '1\n')
  adopt(place, process.pid)
  expect(await readFile(path.join(directory, 'postmaster.pid'), 'utf8')).toBe('1\n')
})

test('a server whose connections were all cut stays until the last one leaves', async () => {
  const [first, second] = [await startEmbedded(directory), await startEmbedded(directory)]
  const present = `from pg_locks join pg_stat_activity using (pid)
    where locktype = 'advisory' and granted and application_name = 'causeway-presence'`
  await query(first.url(), `select pg_terminate_backend(pid) ${present}`)
  await vi.waitFor(async () => {
    expect(await query(first.url(), `select 1 ${present}`)).toHaveLength(2)
  })
  await first.stop()
  expect(await query(second.url(), 'select 1 as one')).toEqual([{ one: 1 }])
  await second.stop()
})

/** What a power cut leaves, when the number of the server belongs to another process of its account since. */
async function crashNaming(pid: number) {
  const first = await startEmbedded(directory)
  await query(first.url(), 'create table note as select 7 as number')
  const file = path.join(await dataOf(first.url()), 'postmaster.pid')
  const left = await readFile(file, 'utf8')
  const { uid, gid } = await stat(file)
  await first.stop()
  await writeFile(file, left.replace(/^\d+/, String(pid)))
  await chown(file, uid, gid)
}

test('starts when the number of a crashed server has gone to another program', async () => {
  const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const program = spawn('sleep', ['600'], account)
  await once(program, 'spawn')
  onTestFinished(() => void program.kill())
  await crashNaming(program.pid ?? 0)
  const second = await startEmbedded(directory)
  expect(await query(second.url(), 'select number from note')).toEqual([{ number: 7 }])
  await second.stop()
})

test('starts when the number of a crashed server has gone to another PostgreSQL', async () => {
  const elsewhere = path.join(directory, 'elsewhere')
  const other = await startEmbedded(elsewhere)
  await crashNaming(await postmaster(other.url()))
  const second = await startEmbedded(directory)
  expect(await query(second.url(), 'select number from note')).toEqual([{ number: 7 }])
  await second.stop()
  await other.stop()
})

test('a lost password is one sentence, and leaves nothing running', async () => {
  const first = await startEmbedded(directory)
  const data = await dataOf(first.url())
  await first.stop()
  await rm(path.join(directory, 'password'))
  await expect(startEmbedded(directory)).rejects.toThrow(/has another password than the file/)
  expect(existsSync(path.join(data, 'postmaster.pid'))).toBe(false)
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
