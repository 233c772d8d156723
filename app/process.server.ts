import { issueSetupCode } from '#app/domain/people/issue-setup-code.server.ts'
import { env } from '#app/env.server.ts'
import { publicAddress } from '#app/http/address.server.ts'
import { logger } from '#app/http/logger.server.ts'
import { mailIsOn, sendMail } from '#app/http/mail.server.ts'
import { JOBS } from '#app/jobs/index.server.ts'
import { closeDatabase, database, openDatabase } from '#db/client.ts'
import { startEmbedded, type Embedded } from '#db/embedded.ts'
import { isFull, isGone } from '#db/failures.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { startQueues, stopQueues } from '#db/queue.ts'
import { StartProblem } from '#db/start-problem.ts'

/** A promise, so that a stop that comes while it starts waits and stops it. */
let embedded: Promise<Embedded> | undefined

/** Where the process is to listen. Throws `StartProblem` when the environment is wrong. */
export function listenOn() {
  const { HOST, PORT, TRUST_PROXY, PUBLIC_URL } = env()
  return { host: HOST, port: PORT, trustProxy: TRUST_PROXY, publicUrl: PUBLIC_URL }
}

/**
 * Makes ready to serve: database, schema, jobs, and the demo company when asked for. Throws
 * `StartProblem` for what the operator can mend; whatever was started is stopped again.
 *
 * @returns lines that the operator should read once the server listens
 */
export async function startProcess(): Promise<string[]> {
  try {
    const url = env().DATABASE_URL ?? (await startOwnDatabase())
    await migrateDatabase(url)
    openDatabase(url)
    await startQueues(
      url,
      JOBS,
      mailIsOn() ? { send: sendMail, address: publicAddress } : null,
      (error) => logger.error({ err: error }, 'jobs'),
      (queue, { found, message }) => logger[found ? 'warn' : 'info']({ job: queue }, message),
    )
    return env().CAUSEWAY_DEMO === '1' ? await demoLogins() : await firstStart()
  } catch (error) {
    // What failed may be the very thing that is to be stopped: the first error is the one to tell.
    await stopProcess().catch(() => undefined)
    if (isFull(error))
      throw new StartProblem('The disk of the database is full: make room, then start again.')
    if (isGone(error))
      throw new StartProblem(
        'The database went away while Causeway started: look into its log, then start again.',
      )
    throw error
  }
}

/** Lets jobs finish, closes the connections, and stops the embedded PostgreSQL if nobody else uses it. */
export async function stopProcess(): Promise<void> {
  await stopQueues()
  await closeDatabase()
  const stopping = embedded
  embedded = undefined
  await (await stopping)?.stop()
}

async function startOwnDatabase(): Promise<string> {
  embedded = startEmbedded(env().DATA_DIR)
  return (await embedded).url()
}

/** Loaded only when asked for: the demo company is no part of an ordinary start. */
async function demoLogins(): Promise<string[]> {
  const { loadDemo } = await import('#app/domain/demo/load-demo.server.ts')
  const logins = await loadDemo(database(), new Date())
  return logins.map(
    ({ email, password, name, role }) => `  ${email.padEnd(22)}  ${password}  ${name}, ${role}`,
  )
}

/** While nobody is here: the code for the first admin. Printed for whoever runs the server, and never logged. */
async function firstStart(): Promise<string[]> {
  const code = await issueSetupCode({ db: database(), now: new Date() })
  return code === null
    ? []
    : [`Nobody is here yet. Open ${publicAddress('/setup')} with the one-time code ${code}`]
}
