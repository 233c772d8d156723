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
  try {
    provide('template', await makeTemplate(cluster.url))
  } catch (error) {
    await cluster.stop()
    throw error
  }
  provide('clusterUrl', cluster.url)
  return cluster.stop
}

async function makeTemplate(clusterUrl: string): Promise<string> {
  const name = `template_${process.pid}`
  const url = await createDatabase(clusterUrl, name)
  await migrateDatabase(url)
  // Commands enqueue jobs; here nobody works them.
  const idle = QUEUES.map((name) => ({ name, run: () => Promise.resolve() }))
  await startQueues(url, idle, null, (error) => {
    throw error
  })
  await stopQueues()
  return name
}
