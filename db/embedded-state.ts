import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

import type { Place } from './embedded-place.ts'
import { codeOf } from './failures.ts'

const run = promisify(execFile)

/** A postmaster and the loopback port it listens on. */
export type Server = { pid: number; port: number }

const pidFile = (place: Place) => path.join(place.data, 'postmaster.pid')

/** What postmaster.pid says: line 1 the process, 4 the port, 8 the state. A crash leaves it behind. */
export async function readState(place: Place): Promise<(Server & { ready: boolean }) | undefined> {
  const text = await readFile(pidFile(place), 'utf8').catch(() => '')
  if (text === '') return undefined
  const lines = text.split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/**
 * Whether this process is a PostgreSQL on this data, which it works in. A number is used again, by another PostgreSQL
 * too; one that may not be looked at counts as ours.
 */
export async function serves(place: Place, pid: number): Promise<boolean> {
  if (process.platform !== 'linux') {
    const { stdout } = await run('ps', ['-o', 'comm=', '-p', String(pid)]).catch(() => ({
      stdout: '',
    }))
    return stdout.includes('postgres')
  }
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')
  if (!name.startsWith('postgres')) return false
  try {
    const [worksIn, data] = [await stat(`/proc/${pid}/cwd`), await stat(place.data)]
    return worksIn.ino === data.ino && worksIn.dev === data.dev
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EACCES'
  }
}

/**
 * Lets PostgreSQL start in spite of a file that names another program by now. It refuses while that number runs,
 * unless it is its parent's: so the file is made to name us, and PostgreSQL itself looks for what a crash has left.
 */
export function adopt(place: Place, pid: number): void {
  if (!runs(pid)) return
  // In one go, so that the file of a server that has just started is not touched.
  const [first, ...rest] = left(place).split('\n')
  if (Number(first) === pid) writeFileSync(pidFile(place), [process.pid, ...rest].join('\n'))
}

/** The file at this moment; empty when its server has taken it along while that was looked at. */
function left(place: Place): string {
  try {
    return readFileSync(pidFile(place), 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return ''
    throw error
  }
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
