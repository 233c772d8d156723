/** `npm run verify`: installs what it needs, runs every check, ends with the counts. */
import './node-version.mjs'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import { findChromium } from './chromium.mjs'
import { bin, build, install, run } from './prepare.mjs'

const REPORTS = '.cache/verify'
const VITEST = `${REPORTS}/vitest.json`
const PLAYWRIGHT = `${REPORTS}/playwright.json`

const total = { passed: 0, failed: 0 }
/** What failed, told once more at the end: its own words may be thousands of lines further up. */
const failures = /** @type {string[]} */ ([])

/** @typedef {{ passed: number, failed: number, names: string[] }} Count */

/** @param {string} name @param {() => Promise<number>} work @param {() => Count} [count] */
async function step(name, work, count) {
  console.log(`\n== ${name}`)
  const code = await work().catch((error) => {
    console.error(error)
    return 1
  })
  const { passed, failed, names } = count
    ? count()
    : { passed: code === 0 ? 1 : 0, failed: 0, names: [] }
  total.passed += passed
  // A crash before, between or after the tests is a failure of its own.
  const crashed = code !== 0 && failed === 0
  total.failed += crashed ? 1 : failed
  failures.push(...(crashed ? [name] : names.map((test) => `${name}: ${test}`)))
}

/** @param {string} command @param {string[]} args @param {Record<string, string>} [env] */
const tool = (command, args, env) => () => run(process.execPath, [bin(command), ...args], env)

/** What a reporter wrote; nothing at all when it never came to write. @param {string} file */
const report = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)

function countVitest() {
  const found = report(VITEST)
  const files =
    /** @type {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }[]} */ (
      found?.testResults ?? []
    )
  const names = files.flatMap((file) => {
    const tests = file.assertionResults.filter(({ status }) => status === 'failed')
    const named = tests.map(({ fullName }) => `${relative('.', file.name)} › ${fullName}`)
    // A file that cannot be loaded fails without failing a test.
    return file.status === 'failed' && tests.length === 0 ? [relative('.', file.name)] : named
  })
  return { passed: found?.numPassedTests ?? 0, failed: names.length, names }
}

function countPlaywright() {
  const stats = report(PLAYWRIGHT)?.stats
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0)
  // Its own list of what failed stands just above.
  return { passed: stats?.expected ?? 0, failed, names: failed > 0 ? [`${failed} tests`] : [] }
}

async function installChromium() {
  if (await findChromium()) return 0
  if (process.getuid?.() === 0) {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update'], quiet)
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet)
    if (await findChromium()) return 0
  }
  await run(process.execPath, [bin('playwright'), 'install', 'chromium'])
  if (await findChromium()) return 0
  console.error('No Chromium starts here: install one, or set CHROMIUM_PATH to its program.')
  return 1
}

rmSync(REPORTS, { recursive: true, force: true })
mkdirSync(REPORTS, { recursive: true })
if ((await install()) !== 0) {
  console.log('0 passed, 1 failed')
  process.exit(1)
}
await step('format', tool('prettier', ['--check', '.']))
await step('lint', tool('eslint', ['.', '--max-warnings', '0']))
await step('types', () => run(process.execPath, [bin('typescript', 'tsc'), '--noEmit']))
await step('migrations', () => run(process.execPath, ['.ci/migration-drift.mjs']))
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${VITEST}`]
await step('unit, integration, components', tool('vitest', ['run', ...reporters]), countVitest)
await step('build', build)
await step('chromium', installChromium)
await step(
  'browser',
  tool('playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT }),
  countPlaywright,
)
for (const name of failures) console.log(`failed: ${name}`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
