import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { chmod, cp, mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'

import { writeOnce } from './write-once.ts'

/** Whom PostgreSQL runs as; undefined where the account of this process will do. */
export type Account = { uid: number; gid: number } | undefined

/** Where the embedded PostgreSQL lives, and whom it runs as. */
export type Place = { binaries: string; data: string; account: Account }

/** Where root keeps a database when the folder of the app is closed to every other account. */
const OPEN_FOLDER = '/var/lib/causeway'

/**
 * Settles where data and binaries are. PostgreSQL refuses to run as root, so root lends it another
 * account, which must reach both: where the app's folder is closed to others (root's home), they
 * move to an open folder, and `location` in `directory` says which.
 *
 * @param directory the app's data directory, made when missing
 * @param native the binaries as installed
 */
export async function settlePlace(directory: string, native: string): Promise<Place> {
  await mkdir(directory, { recursive: true })
  if (process.getuid?.() !== 0) {
    return { binaries: native, data: path.join(directory, 'postgres'), account: undefined }
  }
  const nobody = { uid: idOfNobody('-u'), gid: idOfNobody('-g') }
  const data = await dataOfRoot(directory, nobody)
  const account = ownerOf(data) ?? nobody
  const binaries = canEnter(native, account) ? native : await copyOfBinaries(native)
  return { binaries, data, account }
}

async function dataOfRoot(directory: string, nobody: NonNullable<Account>): Promise<string> {
  const record = path.join(directory, 'location')
  const here = path.join(directory, 'postgres')
  if (!existsSync(record) && (existsSync(here) || canEnter(directory, nobody))) return here
  const fresh = path.join(OPEN_FOLDER, randomBytes(6).toString('hex'), 'postgres')
  const data = await writeOnce(record, fresh, 0o644)
  await makeOpen(OPEN_FOLDER)
  await makeOpen(path.dirname(data))
  return data
}

/** Copied under another name and renamed, so that nobody starts half a copy. */
async function copyOfBinaries(native: string): Promise<string> {
  const { mtimeMs, ino } = statSync(path.join(native, 'bin', 'postgres'))
  const copy = path.join(OPEN_FOLDER, `binaries-${ino}-${Math.round(mtimeMs)}`)
  if (existsSync(copy)) return copy
  await makeOpen(OPEN_FOLDER)
  const draft = `${copy}.${randomBytes(4).toString('hex')}`
  await cp(native, draft, { recursive: true, verbatimSymlinks: true })
  await rename(draft, copy).catch(() => rm(draft, { recursive: true }))
  return copy
}

async function makeOpen(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o755)
}

function idOfNobody(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'nobody'], { encoding: 'utf8' }))
}

/** The account that made the data, unless it was root or there is none yet. */
function ownerOf(data: string): Account {
  const found = statSync(data, { throwIfNoEntry: false })
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined
}

/** Whether the account may pass through every folder on the way to `folder`. */
function canEnter(folder: string, account: NonNullable<Account>): boolean {
  const { uid, gid, mode } = statSync(folder)
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
  const up = path.dirname(folder)
  return (mode & bit) !== 0 && (up === folder || canEnter(up, account))
}
