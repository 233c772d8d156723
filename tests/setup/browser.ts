import { createDatabase, startCluster } from '#tests/support/cluster.ts'
import { startApp } from '#tests/support/app-server.ts'

/** Two originals for the copies of the journeys: a first start, and the demo company. */
export default async function setup() {
  const cluster = await startCluster()
  process.env['E2E_CLUSTER_URL'] = cluster.url
  try {
    for (const [name, demo] of [
      ['e2e_empty', '0'],
      ['e2e_demo', '1'],
    ] as const) {
      const url = await createDatabase(cluster.url, name)
      const app = await startApp({ DATABASE_URL: url, CAUSEWAY_DEMO: demo })
      await app.stop()
    }
  } catch (error) {
    await cluster.stop()
    throw error
  }
  return cluster.stop
}
