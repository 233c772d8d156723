/** `npm run demo`: install, build, start on the demo company. Needs nothing but Node. */
import './node-version.mjs'
import { build, install } from './prepare.mjs'

for (const step of [install, build]) {
  const code = await step()
  if (code !== 0) process.exit(code)
}
process.env.CAUSEWAY_DEMO = '1'
process.env.LOG_LEVEL ||= 'warn'
const { register } = await import('tsx/esm/api')
register()
await import('#server.ts')
