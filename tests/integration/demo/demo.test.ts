import { randomBytes } from 'node:crypto'

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'

import { parseBacklogFilters } from '#app/domain/backlog/filters.ts'
import { getBacklogTotals } from '#app/domain/backlog/totals.server.ts'
import { loadDemo, type DemoLogin } from '#app/domain/demo/load-demo.server.ts'
import { verifyPassword } from '#app/lib/passwords.server.ts'
import { connect, type Executor } from '#db/client.ts'

import { createDatabase, dropDatabase } from '#tests/support/cluster.ts'
import { makeCompany } from '#tests/support/company.ts'
import { test as withDatabase } from '#tests/support/db.ts'

/** Wednesday morning. */
const NOW = new Date('2026-03-11T09:30:00Z')

type Row = Record<string, unknown>

async function openCopy() {
  const name = `demo_${randomBytes(6).toString('hex')}`
  const { db, close } = connect(
    await createDatabase(inject('clusterUrl'), name, inject('template')),
    3,
  )
  const drop = async () => {
    await close()
    await dropDatabase(inject('clusterUrl'), name)
  }
  return { db, drop }
}

describe('the demo company', () => {
  let one: Awaited<ReturnType<typeof openCopy>>
  let other: Awaited<ReturnType<typeof openCopy>>
  let logins: DemoLogin[]

  const rows = async (query: string, db: Executor = one.db): Promise<Row[]> => [
    ...(await db.execute<Row>(sql.raw(query))),
  ]
  const column = async (query: string) => (await rows(query)).map((row) => Object.values(row)[0])
  const number = async (query: string) => Number((await column(query))[0])
  const countBy = async (field: string, table: string): Promise<Record<string, number>> =>
    Object.fromEntries(
      (await rows(`select ${field} as key, count(*)::int as n from ${table} group by 1`)).map(
        ({ key, n }) => [String(key), Number(n)],
      ),
    )

  beforeAll(async () => {
    one = await openCopy()
    other = await openCopy()
    const [first] = await Promise.all([loadDemo(one.db, NOW), loadDemo(other.db, NOW)])
    logins = first
  }, 300_000)

  afterAll(async () => {
    await one.drop()
    await other.drop()
  })

  test('is as large as promised', async () => {
    expect(await number('select count(*) from accounts')).toBe(120)
    expect(await number('select count(*) from requests')).toBe(400)
    expect(await number('select count(*) from items where merged_into_id is null')).toBe(70)
    expect(await column('select name from product_lines order by 1')).toEqual([
      'Analytics',
      'Platform',
    ])
    expect(await column('select distinct currency from contracts order by 1')).toEqual([
      'EUR',
      'TRY',
      'USD',
    ])
  })

  test('has its people, who can sign in with the password that is printed', async () => {
    const staff = await rows('select role, team, count(*)::int as n from people group by 1, 2')
    expect(staff).toHaveLength(6)
    expect(staff).toEqual(
      expect.arrayContaining([
        { role: 'admin', team: 'other', n: 1 },
        { role: 'contributor', team: 'cs', n: 6 },
        { role: 'contributor', team: 'product', n: 3 },
        { role: 'manager', team: 'cs', n: 1 },
        { role: 'manager', team: 'product', n: 1 },
        { role: 'viewer', team: 'other', n: 1 },
      ]),
    )
    expect(logins).toHaveLength(13)
    for (const { email, password } of logins.slice(0, 3)) {
      const [hash] = await column(`select password_hash from people where email = '${email}'`)
      expect(await verifyPassword(String(hash), password)).toBe(true)
    }
  })

  test('has requests of every type, state and importance, by all six CSMs', async () => {
    expect(Object.keys(await countBy('type', 'requests')).sort()).toEqual([
      'bug',
      'change_request',
      'feature_request',
      'question',
    ])
    const states = await countBy('state', 'requests')
    expect(Object.keys(states).sort()).toEqual([
      ...['answered', 'commercial', 'declined', 'duplicate', 'linked', 'new', 'waiting'],
    ])
    const inbox = (states['new'] ?? 0) + (states['commercial'] ?? 0)
    expect(inbox).toBeGreaterThanOrEqual(14)
    expect(inbox).toBeLessThanOrEqual(25)
    expect(Object.keys(await countBy('importance', 'requests'))).toHaveLength(4)
    expect(Object.keys(await countBy('submitted_by', 'requests'))).toHaveLength(6)
  })

  test('has items in all states and reserved lanes, most of them estimated', async () => {
    const statuses = await countBy(
      `coalesce(horizon, status)`,
      'items where merged_into_id is null',
    )
    expect(Object.keys(statuses).sort()).toEqual([
      ...['candidate', 'declined', 'in_progress', 'later', 'next', 'now', 'shipped'],
    ])
    expect(Object.keys(await countBy('lane', 'items')).sort()).toEqual([
      ...['compliance', 'debt', 'ranked', 'security'],
    ])
    const unestimated = await number(`select count(*) from items
      where cost_low is null and cost_size is null and merged_into_id is null`)
    expect(unestimated).toBeGreaterThan(0)
    expect(unestimated).toBeLessThan(15)
    expect(
      await number(`select count(*) from items where status in ('shipped', 'declined') and not exists
        (select 1 from item_decisions d where d.item_id = items.id and d.reason <> '')`),
    ).toBe(0)
  })

  test('shows work in progress: overdue answers, disagreements, splits, a merge, mentions', async () => {
    const at = `'${NOW.toISOString()}'`
    expect(
      await number(`select count(*) from requests
        where state = 'new' and first_answered_at is null and answer_due_at < ${at}`),
    ).toBeGreaterThanOrEqual(4)
    expect(
      await number(`select count(*) from requests where state = 'new' and item_id is not null`),
    ).toBeGreaterThanOrEqual(3)
    expect(
      await number(`select count(*) from requests
        where product_importance <> importance and settled_importance is null`),
    ).toBeGreaterThanOrEqual(5)
    expect(
      await number('select count(*) from requests where settled_importance is not null'),
    ).toBeGreaterThan(0)
    expect(await number('select count(*) from requests where split_from_id is not null')).toBe(3)
    expect(await number('select count(*) from item_merges')).toBe(1)
    expect(await number('select count(*) from comment_mentions')).toBeGreaterThanOrEqual(5)
    expect(
      await number(`select count(*) from request_decisions
        where billable is not null and undone_at is null`),
    ).toBeGreaterThan(10)
  })

  test('has renewals in the coming 120 days, parents that cover children, the churned and prospects', async () => {
    expect(
      await number(`select count(*) from contracts
        where ended_on is null and renews_on between '2026-03-11' and '2026-07-09'`),
    ).toBeGreaterThanOrEqual(20)
    expect(await number('select count(*) from contract_covers')).toBeGreaterThanOrEqual(5)
    const lifecycles = await countBy('lifecycle', 'accounts')
    expect(Object.keys(lifecycles).sort()).toEqual(['active', 'churned', 'onboarding', 'prospect'])
    expect(
      await number(`select count(*) from opportunities o join accounts a on a.id = o.account_id
        where a.lifecycle = 'prospect' and o.state = 'open'`),
    ).toBeGreaterThanOrEqual(10)
  })

  test('was published twice for Platform, under profiles that both teams signed', async () => {
    expect(
      await rows(`select l.slug, p.number, p.published_at::date::text as day from publications p
        join product_lines l on l.id = p.product_line_id order by p.published_at`),
    ).toEqual([
      { slug: 'platform', number: 1, day: '2026-02-04' },
      { slug: 'analytics', number: 1, day: '2026-02-18' },
      { slug: 'platform', number: 2, day: '2026-03-04' },
    ])
    expect(
      await rows(`select l.slug, p.number, p.state, count(s.team)::int as signatures from profiles p
        join product_lines l on l.id = p.product_line_id
        left join profile_approvals s on s.profile_id = p.id group by 1, 2, 3 order by 1, 2`),
    ).toEqual([
      { slug: 'analytics', number: 1, state: 'current', signatures: 2 },
      { slug: 'analytics', number: 2, state: 'rejected', signatures: 0 },
      { slug: 'platform', number: 1, state: 'current', signatures: 2 },
      { slug: 'platform', number: 2, state: 'proposed', signatures: 1 },
    ])
  })

  test('has rank and score of each of the last 92 days and today', async () => {
    expect(await number('select count(distinct day) from score_history')).toBe(93)
    expect(await column('select max(day)::text from score_history')).toEqual(['2026-03-11'])
  })

  test('happened within the last nine months, and not in the future', async () => {
    // 196 working days before 11 March 2026 was 10 June 2025.
    const [first] = await column('select min(created_at)::date::text from requests')
    expect(first).toMatch(/^2025-0[67]/)
    for (const table of ['requests.created_at', 'request_decisions.decided_at', 'events.at']) {
      const [name, field] = table.split('.')
      const late = `select count(*) from ${name} where ${field} > '${NOW.toISOString()}'`
      expect(await number(late)).toBe(0)
    }
  })

  test('adds up: no euro is counted twice', async () => {
    const filters = parseBacklogFilters(new URLSearchParams())
    const [platform] = await column(`select id from product_lines where slug = 'platform'`)
    for (const lineId of [null, Number(platform)]) {
      const totals = await getBacklogTotals(
        { db: one.db },
        { filters, lineId, today: '2026-03-11' },
      )
      expect(totals.reconciles).toBe(true)
      expect(totals.total).toBeGreaterThan(1_000_000)
    }
  })

  test('is the same each time it is loaded', async () => {
    const digests = [
      `select md5(string_agg(concat_ws('|', id, title, body, state, item_id, created_at), '~' order by id)) from requests`,
      `select md5(string_agg(concat_ws('|', item_id, score, arr_at_risk, accounts), '~' order by item_id)) from item_scores`,
      `select md5(string_agg(concat_ws('|', day, item_id, rank), '~' order by day, item_id)) from score_history`,
      `select md5(string_agg(concat_ws('|', id, name, at, subject_id), '~' order by id)) from events`,
      `select md5(string_agg(content::text, '~' order by id)) from publications`,
    ]
    for (const digest of digests) {
      expect(await rows(digest, other.db)).toEqual(await rows(digest))
    }
  })

  test('is left as it is when loaded again', async () => {
    const before = await number('select max(id) from events')
    expect(await loadDemo(one.db, NOW)).toEqual(logins)
    expect(await number('select max(id) from events')).toBe(before)
  })
})

withDatabase('a load that is cut off leaves nothing', async ({ committedDb }) => {
  let outcome = 'loading'
  void loadDemo(committedDb, NOW).then(
    () => (outcome = 'loaded'),
    () => (outcome = 'cut off'),
  )
  // Between two statements there is nothing to cancel, so it is tried until one is hit.
  await vi.waitFor(async () => {
    await committedDb.execute(sql`
      select pg_cancel_backend(l.pid) from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where l.locktype = 'advisory' and l.objid = 4203118 and a.datname = current_database()`)
    expect(outcome).toBe('cut off')
  }, 20_000)
  expect([...(await committedDb.execute(sql`select id from people`))]).toEqual([])
})

withDatabase('another company is left alone', async ({ db }) => {
  await makeCompany(db)
  expect(await loadDemo(db, NOW)).toEqual([])
  expect([...(await db.execute(sql`select id from accounts`))]).toEqual([])
})
