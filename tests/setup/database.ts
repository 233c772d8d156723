import type { TestProject } from 'vitest/node'

import { migrateDatabase } from '#db/migrate.ts'
import { QUEUES, startQueues, stopQueues } from '#db/queue.ts'

import { createDatabase, startCluster } from '#tests/support/cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    clusterUrl: string
    template: string
  }
}

/** One server for the run, with a migrated database that every worker copies. */
export default async function setup({ provide }: TestProject) {
  const cluster = await startCluster()
  const template = `template_${process.pid}`
  const url = await createDatabase(cluster.url, template)
  await migrateDatabase(url)
  // Commands enqueue jobs; here nobody works them.
  const idle = QUEUES.map((name) => ({ name, run: () => Promise.resolve() }))
  await startQueues(url, idle, (error) => {
    throw error
  })
  await stopQueues()
  provide('clusterUrl', cluster.url)
  provide('template', template)
  return cluster.stop
}
