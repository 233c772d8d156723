/**
 * Dry run and applying of a file of contracts, as a ratio to a floor: a plain insert of the same rows into a table of the
 * same shape, 500 a statement, after reading the same file with the same reader. The floor cancels the machine, so the
 * ratio can be compared between machines and days. The peaks of the heap (after a collection) and of the whole process are
 * told besides, and those of a refresh of all scores alone: none may grow with the file.
 *
 * Run: npx tsx --expose-gc tests/bench/import.bench.ts [rows]
 */
import { performance } from 'node:perf_hooks'

import { sql } from 'drizzle-orm'

import { inTransaction, type Context } from '#app/domain/context.ts'
import { fetchImport } from '#app/domain/imports/import-record.server.ts'
import { runImport } from '#app/domain/imports/run-import.server.ts'
import { applyImport, mapColumns } from '#app/domain/imports/steps.server.ts'
import { uploadImport } from '#app/domain/imports/upload-import.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { readRows } from '#app/lib/csv/rows.ts'
import { inChunks } from '#app/lib/chunks.ts'
import { connect, type Executor } from '#db/client.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { QUEUES, startQueues, stopQueues } from '#db/queue.ts'
import { accountExternalIds, accounts, contracts } from '#db/schema/accounts.ts'
import { createDatabase, startCluster } from '#tests/support/cluster.ts'
import { makeCompany, makePerson, NOW } from '#tests/support/company.ts'

const ROWS = Number(process.argv[2] ?? 20_000)
const ACCOUNTS = 2_000
const HEADER =
  'external_id,account_external_id,amount,period,currency,start,renewal_date,notice_days\n'

const line = (n: number) =>
  `C-${n},A-${n % ACCOUNTS},${1000 + n},year,EUR,2025-01-01,2026-${String((n % 12) + 1).padStart(2, '0')}-15,60\n`

async function* file(): AsyncGenerator<Uint8Array> {
  yield Buffer.from(HEADER)
  for (let n = 0; n < ROWS; n += 1000) {
    yield Buffer.from(
      Array.from({ length: Math.min(1000, ROWS - n) }, (_, i) => line(n + i)).join(''),
    )
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** What no import can do without: read the rows, write them. */
async function floor(db: Executor): Promise<void> {
  await db.execute(sql`create table bare as select * from ${contracts} with no data`)
  const format = { encoding: 'utf-8', delimiter: ',', headerLine: 1, dataLine: 2 } as const
  const rows: Record<string, string>[] = []
  for await (const row of readRows(file(), format)) if (row.kind === 'row') rows.push(row.cells)
  await inChunks(rows, 500, (chunk) =>
    db.execute(sql`
      insert into bare (id, account_id, amount_minor, currency, period, starts_on, renews_on, notice_days, external_id)
      select 1, 1, amount::bigint, currency, period, start::date, renewal_date::date, notice_days::int, external_id
      from jsonb_to_recordset(${JSON.stringify(chunk)}::jsonb)
        as v(amount text, currency text, period text, start text, renewal_date text, notice_days text, external_id text)`),
  )
}

async function makeAccounts(db: Executor): Promise<void> {
  const values = Array.from({ length: ACCOUNTS }, (_, n) => ({
    name: `Account ${n}`,
    nameFold: `account ${n}`,
  }))
  const made = await db.insert(accounts).values(values).returning({ id: accounts.id })
  await db
    .insert(accountExternalIds)
    .values(made.map(({ id }, n) => ({ source: 'causeway', externalId: `A-${n}`, accountId: id })))
}

type Peaks = { ms: number; heap: number; process: number }

/** How long it takes, and the most megabytes meanwhile; the heap is collected where Node allows it. */
async function measured(work: () => Promise<unknown>): Promise<Peaks> {
  const peaks = { heap: 0, process: 0 }
  const look = () => {
    peaks.process = Math.max(peaks.process, process.memoryUsage.rss())
    globalThis.gc?.()
    peaks.heap = Math.max(peaks.heap, process.memoryUsage().heapUsed)
  }
  const timer = setInterval(look, 500)
  const ms = await timed(work)
  clearInterval(timer)
  look()
  return { ms, heap: peaks.heap / 1024 ** 2, process: peaks.process / 1024 ** 2 }
}

const cluster = await startCluster()
const url = await createDatabase(cluster.url, 'bench')
await migrateDatabase(url)
await startQueues(
  url,
  QUEUES.map((name) => ({ name, run: () => Promise.resolve() })),
  null,
  (error) => {
    throw error
  },
)
await stopQueues()
const { db, close } = connect(url)
const company = await makeCompany(db)
const importer = await makePerson(db, { role: 'manager' })
const ctx: Context = { ...company.as(importer), db }
await makeAccounts(db)

const least = await timed(() => floor(db))
const upload = { kind: 'contracts', fileName: 'contracts.csv', content: file() } as const
const { importId } = await uploadImport(ctx, upload)
const work = () => runImport({ db, now: NOW }, importId)
const { settings } = await fetchImport(ctx, importId)
const check = await measured(async () => {
  await mapColumns(ctx, importId, settings.mapping)
  await work()
})
const apply = await measured(async () => {
  await applyImport(ctx, importId)
  await work()
})
const refresh = await measured(() => inTransaction(ctx, (ctx) => refreshScores(ctx, 'all')))
const { counts } = await fetchImport(ctx, importId)
const rate = (ms: number) => `${Math.round(ROWS / (ms / 1000)).toLocaleString('en')} rows/s`
const told = (name: string, { ms, heap, process }: Peaks) =>
  `${name} ${rate(ms)}, heap at most ${heap.toFixed(0)} MB, process ${process.toFixed(0)} MB`
process.stdout.write(
  [
    `${ROWS.toLocaleString('en')} rows, ${counts.applied} applied; floor ${rate(least)}`,
    told('dry run', check),
    told('apply', apply),
    told('its refresh alone', refresh),
    `ratio of dry run and apply to the floor ${((check.ms + apply.ms) / least).toFixed(1)}`,
    '',
  ].join('\n'),
)
await close()
await cluster.stop()
