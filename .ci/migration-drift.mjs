/** Fails when the schema says something that no migration says: the generator would write a file. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { bin, run } from './prepare.mjs'

mkdirSync('.cache', { recursive: true })
const copy = mkdtempSync(path.join('.cache', 'drift-'))
try {
  cpSync('drizzle', copy, { recursive: true })
  const before = new Set(readdirSync(copy))
  const target = ['--dialect', 'postgresql', '--out', copy]
  const generate = [bin('drizzle-kit'), 'generate', ...target, '--schema', './db/schema/*.ts']
  const check = [bin('drizzle-kit'), 'check', ...target]
  const codes = [await run(process.execPath, generate), await run(process.execPath, check)]
  const fresh = readdirSync(copy).filter((name) => !before.has(name))
  for (const name of fresh) console.error(readFileSync(path.join(copy, name), 'utf8'))
  if (fresh.length > 0) console.error('A migration is missing: run npm run db:generate.')
  process.exitCode = fresh.length > 0 || codes.some((code) => code !== 0) ? 1 : 0
} finally {
  rmSync(copy, { recursive: true })
}
