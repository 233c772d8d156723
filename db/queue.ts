import { sql } from 'drizzle-orm'
import PgBoss from 'pg-boss'

import type { Executor } from './client.ts'

/** The names of all queues. */
export const QUEUES = [
  'forget-expired',
  'forget-imports',
  'turn-day',
  'check-scores',
  'keep-profile-month',
  'tend-polls',
  'run-import',
  'resume-imports',
] as const
export type QueueName = (typeof QUEUES)[number]

/** A queue and its work, which is given `tools`; `everyCron` also sends it a job on a schedule (UTC). */
export type Queue<Tools = unknown> = {
  name: QueueName
  everyCron?: string
  /** How long one run may take before another process takes it over. */
  expireInSeconds?: number
  run: (data: unknown, tools: Tools) => Promise<JobReport | void>
}

/** What a run has to say to whoever operates the server; `found`: something was wrong. */
export type JobReport = { found: boolean; message: string }

let boss: PgBoss | undefined

/**
 * Starts to work the queues in this process. Each job runs once, whichever process takes it.
 *
 * @param tools what the work needs and only the composition of the process knows
 * @param onError hears of faults outside a job, such as a lost connection
 * @param onReport hears what a run has to say
 */
export async function startQueues<Tools>(
  url: string,
  queues: readonly Queue<Tools>[],
  tools: Tools,
  onError: (error: Error) => void,
  onReport: (queue: QueueName, report: JobReport) => void = () => undefined,
): Promise<void> {
  const starting = new PgBoss({
    connectionString: url,
    application_name: 'causeway-jobs',
    max: 4,
    monitorStateIntervalMinutes: 10,
  })
  starting.on('error', onError)
  await starting.start()
  for (const queue of queues) {
    await starting.createQueue(queue.name, {
      name: queue.name,
      policy: 'standard',
      retryLimit: 2,
      retryBackoff: true,
      expireInSeconds: queue.expireInSeconds ?? 900,
    })
    await starting.work(queue.name, { pollingIntervalSeconds: 1 }, async (jobs) => {
      for (const job of jobs) {
        const report = await queue.run(job.data, tools)
        if (report) onReport(queue.name, report)
      }
    })
    if (queue.everyCron) await starting.schedule(queue.name, queue.everyCron)
  }
  boss = starting
}

/** Lets running jobs finish (at most 20 s), then stops. */
export async function stopQueues(): Promise<void> {
  const stopping = boss
  boss = undefined
  await stopping?.stop({ graceful: true, timeout: 20_000 })
}

/** True between `startQueues` and `stopQueues`. */
export function queuesRun(): boolean {
  return boss !== undefined
}

/**
 * Adds a job in the caller's transaction: it exists if and only if the transaction commits.
 *
 * @param data what `run` is given; plain JSON
 */
export async function enqueue(db: Executor, queue: QueueName, data: object): Promise<void> {
  const rows = await db.execute(sql`
    insert into pgboss.job (name, data, policy, retry_limit, retry_backoff, expire_in)
    select name, ${JSON.stringify(data)}::jsonb, policy, retry_limit, retry_backoff,
           expire_seconds * interval '1 second'
    from pgboss.queue where name = ${queue}
    returning id`)
  if (rows.length === 0) throw new Error(`No queue is named ${queue}`)
}
