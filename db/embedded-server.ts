import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

import type { Place } from './embedded-place.ts'
import { adopt, readState, serves, type Server } from './embedded-state.ts'
import { StartProblem } from './start-problem.ts'

const run = promisify(execFile)

/** The version of the binaries in package.json; data of another one cannot be opened. */
const MAJOR = '18'

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
    ).catch((error: unknown) => {
      throw new StartProblem(`No database can be made in ${place.data}: ${complaint(error)}`)
    })
    // Another process may have been first: its cluster stays, and the draft goes.
    await rename(draft, place.data).catch(() => undefined)
  } finally {
    await rm(secret, { force: true })
    await rm(draft, { recursive: true, force: true })
  }
}

/** What a command that failed said about it. */
function complaint(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
  const lines = said.trim().split('\n')
  return lines.find((line) => /error:|FATAL|could not/.test(line)) ?? lines.at(-1) ?? ''
}

/** Something that passes by itself: a server that starts or stops at this moment. */
export class Unsettled extends Error {
  override readonly name = 'Unsettled'
}

/** What PostgreSQL says when another one is just starting or ending, or has taken the port since it was found free. */
const PASSING = /lock file|pre-existing shared memory|could not create any TCP\/IP sockets/

/** Starts PostgreSQL; throws `Unsettled`, or `StartProblem` with its own words when it refuses. */
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
  const { size } = await output.stat()
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
  let ended = false
  // Before anything is waited for: whoever finds the data in use ends within milliseconds.
  child.once('exit', () => (ended = true))
  child.once('error', () => (ended = true))
  await output.close()
  while (!ended) {
    const state = await readState(place)
    if (state?.ready && state.pid === child.pid) return state
    await pause(20)
  }
  const words = await lastWords(log, size)
  if (PASSING.test(words)) throw new Unsettled(words)
  throw new StartProblem(`The embedded PostgreSQL does not start: ${words} (${log})`)
}

/** The server that already runs on this data. Throws `Unsettled` for one that is just starting or stopping. */
export async function findRunning(place: Place): Promise<Server | undefined> {
  const state = await readState(place)
  if (!state) return undefined
  if (!(await serves(place, state.pid))) {
    adopt(place, state.pid)
    return undefined
  }
  if (!state.ready) throw new Unsettled(`process ${state.pid} is starting or stopping`)
  return state
}

/** Fast shutdown: open connections are cut, what is committed is on disk. */
export async function shutDown(place: Place): Promise<void> {
  const state = await readState(place)
  if (!state || !(await serves(place, state.pid))) return
  process.kill(state.pid, 'SIGINT')
  while ((await readState(place)) && (await serves(place, state.pid))) await pause(20)
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

/** Why it ended: what it has written to its log from `start` on. */
async function lastWords(log: string, start: number): Promise<string> {
  const lines = (await readFile(log)).subarray(start).toString('utf8').trimEnd().split('\n')
  return lines.findLast((line) => line.includes('FATAL')) ?? lines.at(-1) ?? ''
}
