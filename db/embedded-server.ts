import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

import type { Place } from './embedded-place.ts'
import { StartProblem } from './start-problem.ts'

const run = promisify(execFile)

/** The version of the binaries in package.json; data of another one cannot be opened. */
const MAJOR = '18'

/** A postmaster and the loopback port it listens on. */
export type Server = { pid: number; port: number }

/** Makes an empty cluster, under another name first so that a half-made one is never started. */
export async function initialise(place: Place, password: string): Promise<void> {
  const draft = `${place.data}.${randomBytes(4).toString('hex')}`
  const secret = `${draft}.password`
  await mkdir(draft, { recursive: true, mode: 0o700 })
  await writeFile(secret, password, { mode: 0o600 })
  if (place.account) {
    for (const file of [draft, secret]) await chown(file, place.account.uid, place.account.gid)
  }
  try {
    await run(
      path.join(place.binaries, 'bin', 'initdb'),
      [
        `--pgdata=${draft}`,
        '--username=causeway',
        '--auth=scram-sha-256',
        `--pwfile=${secret}`,
        '--encoding=UTF8',
        '--locale=C.UTF-8',
      ],
      { ...place.account, cwd: '/', env: environment() },
    )
    // Another process may have been first: its cluster stays.
    await rename(draft, place.data).catch(() => rm(draft, { recursive: true }))
  } finally {
    await rm(secret)
  }
}

/** Starts PostgreSQL; throws `StartProblem` with its own words when it refuses. */
export async function launch(
  place: Place,
  log: string,
  settings: Readonly<Record<string, string>>,
): Promise<Server> {
  await requireVersion(place)
  const port = await freePort()
  const all: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    ...settings,
  }
  const output = await open(log, 'a', 0o600)
  const child = spawn(
    path.join(place.binaries, 'bin', 'postgres'),
    [
      '-D',
      place.data,
      ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      ...place.account,
      cwd: '/',
      env: environment(),
      // Its own group: Ctrl-C must reach the app only, which lets requests finish first.
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
    },
  )
  child.unref()
  await output.close()
  let ended = false
  child.once('exit', () => (ended = true))
  child.once('error', () => (ended = true))
  while (!ended) {
    const state = await readState(place)
    if (state?.ready) return state
    await pause(20)
  }
  const other = await findRunning(place)
  if (other) return other
  throw new StartProblem(`The embedded PostgreSQL does not start: ${await lastWords(log)}`)
}

/** The server that already runs on this data, waiting for one that is just starting or stopping. */
export async function findRunning(place: Place): Promise<Server | undefined> {
  for (;;) {
    const state = await readState(place)
    if (!state) return undefined
    if (!(await isPostgres(state.pid))) {
      // Left by a crash or a power cut; the number may belong to anything now.
      await rm(path.join(place.data, 'postmaster.pid'), { force: true })
      return undefined
    }
    if (state.ready) return state
    await pause(20)
  }
}

/** Fast shutdown: open connections are cut, what is committed is on disk. */
export async function shutDown(place: Place, pid: number): Promise<void> {
  process.kill(pid, 'SIGINT')
  while (existsSync(path.join(place.data, 'postmaster.pid'))) await pause(20)
}

/** What postmaster.pid says: line 1 the process, 4 the port, 8 the state. */
async function readState(place: Place): Promise<(Server & { ready: boolean }) | undefined> {
  const text = await readFile(path.join(place.data, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  if (text === '') return undefined
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform === 'linux') {
    const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')
    return name.startsWith('postgres')
  }
  const { stdout } = await run('ps', ['-o', 'comm=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }))
  return stdout.includes('postgres')
}

async function requireVersion(place: Place): Promise<void> {
  const version = await readFile(path.join(place.data, 'PG_VERSION'), 'utf8').catch(() => '')
  if (version.trim() === MAJOR) return
  throw new StartProblem(
    version === ''
      ? `The database in ${place.data} cannot be read by this account: start as the one that made it, or set DATA_DIR to another folder.`
      : `The database in ${place.data} was made by PostgreSQL ${version.trim()}, this version of Causeway brings ${MAJOR}: start the version that made it, or set DATA_DIR to another folder.`,
  )
}

/** A fixed locale, and nothing of ours that a database has no use for. */
function environment(): NodeJS.ProcessEnv {
  return { NODE_ENV: process.env.NODE_ENV, PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function lastWords(log: string): Promise<string> {
  const lines = (await readFile(log, 'utf8')).trimEnd().split('\n')
  const words = lines.findLast((line) => line.includes('FATAL')) ?? lines.at(-1)
  return `${words} (${log})`
}
