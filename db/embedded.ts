import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { installedBinaries } from './embedded-binaries.ts'
import { settlePlace, type Place } from './embedded-place.ts'
import { enter } from './embedded-presence.ts'
import { findRunning, initialise, launch, shutDown, Unsettled } from './embedded-server.ts'
import type { Server } from './embedded-state.ts'
import { codeOf, isFull, isGone } from './failures.ts'
import { StartProblem } from './start-problem.ts'
import { writeOnce } from './write-once.ts'

/** A running embedded PostgreSQL. */
export type Embedded = {
  /** Connection string of a database of that name; `causeway` exists. */
  url: (name?: string) => string
  /** Leaves, and stops PostgreSQL unless another process still uses it. */
  stop: () => Promise<void>
}

/** How long a server may take to answer that somebody else is starting or stopping, in milliseconds. */
const PATIENCE = 60_000

/**
 * Starts PostgreSQL on a data directory, or joins the one that already runs there, so that several
 * app processes share it. Works as an ordinary user and as root. Throws `StartProblem` with one
 * sentence when the directory belongs to another account or another PostgreSQL.
 *
 * @param directory holds the data, the password (mode 0600) and the server's log
 * @param settings PostgreSQL settings on top of ours, for tests
 */
export async function startEmbedded(
  directory: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Embedded> {
  const home = path.resolve(directory)
  try {
    return await start(home, settings)
  } catch (error) {
    throw explain(error, home)
  }
}

async function start(home: string, settings: Readonly<Record<string, string>>): Promise<Embedded> {
  const place = await settlePlace(home, await installedBinaries())
  const fresh = randomBytes(24).toString('hex')
  const password = await writeOnce(path.join(home, 'password'), fresh, 0o600)
  if (!existsSync(place.data)) await initialise(place, password)

  const at = ({ port }: Server, name: string) =>
    `postgres://causeway:${password}@127.0.0.1:${port}/${name}`
  const log = path.join(home, 'postgres.log')
  const attempt = async () => {
    const found = await findRunning(place)
    const server = found ?? (await launch(place, log, settings))
    try {
      return { server, presence: await enter(at(server, 'postgres')) }
    } catch (error) {
      // Nobody else is there who would stop what was started here.
      if (!found && !isPassing(error)) await shutDown(place)
      throw error
    }
  }
  const { server, presence } = await untilSettled(place, attempt)
  return {
    url: (name = 'causeway') => at(server, name),
    stop: () => presence.leave(() => shutDown(place)),
  }
}

/** Tries again what failed because another process is starting or stopping the server at this moment. */
async function untilSettled<T>(place: Place, attempt: () => Promise<T>): Promise<T> {
  const giveUp = Date.now() + PATIENCE
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (!isPassing(error)) throw error
      if (Date.now() > giveUp) {
        throw new StartProblem(
          `The embedded PostgreSQL in ${place.data} does not answer (${error.message}): end what still runs there, then start again.`,
        )
      }
    }
    await pause(20)
  }
}

const isPassing = (error: unknown): error is Error => error instanceof Unsettled || isGone(error)

/** What the operator can mend, in one sentence. */
function explain(error: unknown, home: string): unknown {
  if (isFull(error)) {
    return new StartProblem(
      `There is no space left for the data directory ${home}: make room, or set DATA_DIR to another folder.`,
    )
  }
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
      return new StartProblem(
        `The data directory ${home} cannot be used by this account: start as the one that made it, or set DATA_DIR to another folder.`,
      )
    case 'EEXIST':
    case 'ENOTDIR':
      return new StartProblem(
        `The data directory ${home} is not a folder: set DATA_DIR to another one.`,
      )
    // A folder on a disk that is read only is one that Node cannot find.
    case 'ENOENT':
    case 'EROFS':
      return new StartProblem(
        `The data directory ${home} cannot be made here: set DATA_DIR to another folder.`,
      )
    case '28P01':
      return new StartProblem(
        `The database in ${home} has another password than the file ${path.join(home, 'password')}: put back the file that belongs to it.`,
      )
    default:
      return error
  }
}
