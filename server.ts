import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { createRequestHandler } from '@remix-run/express'
import { installGlobals, type ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { Router, type RequestHandler } from 'express'

/** What app/entry.server.tsx exports for this file. */
type App = {
  middleware: RequestHandler
  listenOn: () => { host: string; port: number; trustProxy: number; publicUrl: string | undefined }
  start: () => Promise<string[]>
  stop: () => Promise<void>
}

type Build = ServerBuild & { entry: { module: App } }

/** Finished requests may take this long after a signal, in milliseconds. */
const GRACE = 15_000

const development = process.argv.includes('--dev')
// Express, Remix and React ask for it when they are loaded or first used.
process.env.NODE_ENV = development ? 'development' : 'production'

let stopping = false

installGlobals({ nativeFetch: true })
await main().catch((error: unknown) => {
  // A start that was stopped halfway fails, as it should.
  if (stopping) return
  const plain = error instanceof Error && error.name === 'StartProblem'
  if (plain) process.stderr.write(`${error.message}\n`)
  else report(error)
  process.exit(1)
})

async function main() {
  const server = createServer()
  const { assets, load } = development ? await developed(server) : await built()
  const app = (await load()).entry.module
  const { host, port, trustProxy, publicUrl } = app.listenOn()
  await requireFree(host, port)
  stopOnSignal(server, app)
  const notices = await app.start()
  server.on('request', compose(assets, load, trustProxy))
  server.listen(port, host)
  await once(server, 'listening')
  const address = publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${portOf(server)}`
  process.stdout.write([`Causeway is ready at ${address}`, ...notices, ''].join('\n'))
}

function compose(assets: RequestHandler, load: () => Promise<Build>, trustProxy: number) {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', trustProxy)
  app.use(compression(), assets)
  app.use((request, response, next) => {
    load()
      .then(({ entry }) => entry.module.middleware(request, response, next))
      .catch(next)
  })
  const handler = createRequestHandler({
    build: load,
    mode: process.env.NODE_ENV,
    getLoadContext: (_request, response) => response.locals['loadContext'],
  })
  app.use((request, response, next) => void handler(request, response, next))
  return app
}

/** The built app: what Vite named by its content never changes. */
async function built(): Promise<{ assets: RequestHandler; load: () => Promise<Build> }> {
  const file = path.resolve('build/server/index.js')
  if (!existsSync(file)) throw problem('There is no build yet: run npm run build first.')
  const build = (await import(pathToFileURL(file).href)) as Build
  const setHeaders = (response: express.Response) =>
    response.setHeader('X-Content-Type-Options', 'nosniff')
  const assets = Router()
  assets.use(
    '/assets',
    express.static('build/client/assets', { immutable: true, maxAge: '1y', setHeaders }),
    (_request, response) => void response.status(404).type('text/plain').send('Not found'),
  )
  assets.use(express.static('build/client', { maxAge: '1h', setHeaders }))
  return { assets, load: () => Promise.resolve(build) }
}

/** The app as it is in the editor, by Vite as middleware. */
async function developed(
  server: Server,
): Promise<{ assets: RequestHandler; load: () => Promise<Build> }> {
  const { createServer: createVite } = await import('vite')
  const before = process.listeners('SIGTERM')
  const vite = await createVite({ server: { middlewareMode: true, hmr: { server } } })
  // A Vite that Remix starts beside this one would end the process at once, and leave the database behind.
  for (const listener of process.listeners('SIGTERM')) {
    if (!before.includes(listener)) process.off('SIGTERM', listener)
  }
  return {
    assets: vite.middlewares,
    load: async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as Build,
  }
}

/** Stops listening, finishes the requests that run, then stops the app. */
function stopOnSignal(server: Server, app: App) {
  const end = (code: number) =>
    app.stop().then(
      () => process.exit(code),
      (error: unknown) => {
        report(error)
        process.exit(1)
      },
    )
  // After a bug that nobody caught only the database is still to be stopped.
  process.once('uncaughtException', (error) => {
    stopping = true
    report(error)
    void end(1)
  })
  const stop = () => {
    // A terminal and npm may both pass the signal on.
    if (stopping) return
    stopping = true
    const closeIdle = setInterval(() => server.closeIdleConnections(), 100)
    const cut = setTimeout(() => server.closeAllConnections(), GRACE)
    server.close(() => {
      clearInterval(closeIdle)
      clearTimeout(cut)
      void end(0)
    })
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  if (process.env['npm_lifecycle_event']) stopWithParent(stop)
}

/** npm passes on no hang-up, and nothing when it is killed: who started it would believe that all is ended. */
function stopWithParent(stop: () => void) {
  const parent = process.ppid
  setInterval(() => process.ppid === parent || stop(), 500).unref()
}

/** Asked before the database starts, so that a taken port costs no time. */
async function requireFree(host: string, port: number) {
  const probe = createServer().listen(port, host)
  await once(probe, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw problem(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is taken: stop what uses it, or set PORT to another number.`
        : `Cannot listen on ${host}:${port} (${error.code}): set HOST and PORT to an address of this machine.`,
    )
  })
  probe.close()
  await once(probe, 'close')
}

function report(error: unknown) {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** A start that failed for a reason the operator can mend: one sentence, no stack. */
function problem(sentence: string): Error {
  return Object.assign(new Error(sentence), { name: 'StartProblem' })
}
