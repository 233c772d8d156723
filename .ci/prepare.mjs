import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Runs a command with its output streamed and no input. A signal goes on to it, so that it does not go on alone.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env] on top of this process's
 * @returns {Promise<number>} the exit code; 1 when it could not be started
 */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
    const end = (/** @type {number} */ code) => {
      for (const signal of SIGNALS) process.off(signal, pass)
      resolve(code)
    }
    for (const signal of SIGNALS) process.on(signal, pass)
    child.once('error', () => end(1))
    child.once('exit', (code) => end(code ?? 1))
  })
}

/** Installs the packages of package-lock.json unless just these are there. @returns {Promise<number>} */
export async function install() {
  if (installed()) return 0
  console.log('Installing packages')
  return run('npm', ['ci', '--include=dev', '--include=optional'])
}

/** npm keeps beside the packages a list of what it installed. */
function installed() {
  if (!existsSync('node_modules/.package-lock.json')) return false
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
  const there = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages
  return Object.entries(wanted).every(
    ([name, { version, optional }]) =>
      name === '' || (there[name] ? there[name].version === version : optional),
  )
}

/** Builds unless the sources are those of the last build. @returns {Promise<number>} */
export async function build() {
  const stamp = path.join('build', 'sources.sha256')
  const now = hashOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return 0
  console.log('Building')
  const code = await run(process.execPath, [bin('@remix-run/dev', 'remix'), 'vite:build'])
  if (code === 0) writeFileSync(stamp, now)
  return code
}

/** The script of an installed command, to be run by this very Node. @param {string} name @param {string} [command] */
export function bin(name, command = name) {
  const manifest = JSON.parse(readFileSync(path.join('node_modules', name, 'package.json'), 'utf8'))
  const file = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[command]
  return path.join('node_modules', name, file)
}

function hashOfSources() {
  const hash = createHash('sha256')
  const roots = ['app', 'db', 'public', 'package-lock.json', 'package.json']
  for (const root of [...roots, 'remix.config.js', 'vite.config.ts']) addTo(hash, root)
  return hash.digest('hex')
}

/** @param {import('node:crypto').Hash} hash @param {string} place */
function addTo(hash, place) {
  if (!existsSync(place)) return
  if (statSync(place).isDirectory()) {
    for (const name of readdirSync(place).sort()) addTo(hash, path.join(place, name))
  } else {
    hash.update(place).update('\0').update(readFileSync(place)).update('\0')
  }
}
