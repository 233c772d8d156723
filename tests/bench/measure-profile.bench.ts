/**
 * The live count of a proposal over 10,000 accounts, and the sizes of a version that stands, as ratios to a floor: reading
 * the rows of those accounts and of their contracts. The floor cancels the machine, so the ratios can be compared between
 * machines and days. The gathering of facts, with which both begin, is told besides.
 *
 * Run: npx tsx tests/bench/measure-profile.bench.ts [accounts]
 */
import { performance } from 'node:perf_hooks'

import type { Context } from '#app/domain/context.ts'
import { PLATFORM_1 } from '#app/domain/demo/profile-texts.ts'
import { priorWeight } from '#app/domain/icp/fit.ts'
import { gatherFacts } from '#app/domain/icp/gather-facts.server.ts'
import { measureProfile } from '#app/domain/icp/get-profile.server.ts'
import { measureDraft } from '#app/domain/icp/measure-draft.server.ts'
import { criterionValues } from '#app/domain/icp/proposal-values.ts'
import { inChunks } from '#app/lib/chunks.ts'
import { connect, type Executor } from '#db/client.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { accounts, attributeDefinitions, contracts } from '#db/schema/accounts.ts'
import { createDatabase, startCluster } from '#tests/support/cluster.ts'
import { makeCompany, makePerson } from '#tests/support/company.ts'

const ACCOUNTS = Number(process.argv[2] ?? 10_000)
const RUNS = 7

const INDUSTRIES = ['Logistics', 'Wholesale', 'Retail', 'Mining', null]
const SPONSORS = ['board', 'director', 'team', null]

/** Five accounts of six have an open contract; what is asked of an account is known of most. */
async function makeBook(db: Executor): Promise<void> {
  await db.insert(attributeDefinitions).values([
    { key: 'erp_integration', label: 'Integrated with the ERP', type: 'boolean' },
    { key: 'executive_sponsor', label: 'Sponsor', type: 'choice', choices: ['board', 'director'] },
    { key: 'self_service_usage', label: 'Used without help', type: 'number' },
  ])
  await inChunks(
    Array.from({ length: ACCOUNTS }, (_, n) => n),
    500,
    async (numbers) => {
      const made = await db
        .insert(accounts)
        .values(
          numbers.map((n) => ({
            name: `Account ${n}`,
            nameFold: `account ${n}`,
            industry: INDUSTRIES[n % 5] ?? null,
            employees: n % 7 === 0 ? null : (n * 37) % 9000,
            attributes: {
              erp_integration: n % 3 === 0,
              executive_sponsor: SPONSORS[n % 4] ?? null,
              self_service_usage: n % 101,
            },
          })),
        )
        .returning({ id: accounts.id })
      await db.insert(contracts).values(
        made
          .filter((_, i) => i % 6 > 0)
          .map(({ id }) => ({
            ...{ accountId: id, amountMinor: 10_000_00 + id, currency: 'EUR' },
            renewsOn: '2026-05-31',
          })),
      )
    },
  )
}

/** Least milliseconds of a few runs, after one to warm up: what a busy machine adds is not the code's. */
async function best(work: () => Promise<unknown>): Promise<number> {
  await work()
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return Math.min(...times)
}

const cluster = await startCluster()
const url = await createDatabase(cluster.url, 'bench')
await migrateDatabase(url)
const { db, close } = connect(url)
const company = await makeCompany(db)
const ctx: Context = { ...company.as(await makePerson(db, { role: 'manager' })), db }
await makeBook(db)

const { criteria } = PLATFORM_1
const draft = {
  productLineId: company.lineId,
  criteria: criteria.map((criterion, i) => criterionValues({ ...criterion, key: String(i) })),
}
const weighed = criteria.map((criterion) => ({
  ...criterion,
  weight: priorWeight(criterion.points),
  ...{ weightSd: 0, evidence: null },
}))

const floor = await best(() =>
  Promise.all([db.select().from(accounts), db.select().from(contracts)]),
)
for (const [name, work] of [
  ['facts', () => gatherFacts(ctx)],
  ['live count', () => measureDraft(ctx, draft)],
  ['sizes of a version', () => measureProfile(ctx, { criteria: weighed })],
] as const) {
  const time = await best(work)
  process.stdout.write(
    `${ACCOUNTS} accounts: floor ${floor.toFixed(0)} ms, ${name} ${time.toFixed(0)} ms, ratio ${(time / floor).toFixed(1)}\n`,
  )
}
await close()
await cluster.stop()
