/** `npm run demo`: install, build, start on the demo company. Needs nothing but Node. */
import './node-version.mjs'
import { spawn } from 'node:child_process'
import { build, install } from './prepare.mjs'

for (const step of [install, build]) {
  const code = await step()
  if (code !== 0) process.exit(code)
}
const server = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { LOG_LEVEL: 'warn', ...process.env, CAUSEWAY_DEMO: '1' },
})
// A terminal signals the server as well, which heeds the first signal only; a supervisor does not.
const pass = (/** @type {NodeJS.Signals} */ signal) => server.kill(signal)
process.on('SIGINT', pass).on('SIGTERM', pass).on('SIGHUP', pass)
server.once('exit', (code) => process.exit(code ?? 1))
