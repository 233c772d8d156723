import { randomUUID } from 'node:crypto'

import { describe, expect } from 'vitest'

import { compareBacklog } from '#app/domain/backlog/compare-backlog.server.ts'
import { PEER_IDS } from '#app/domain/scoring/peers/peers.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import type { Executor } from '#db/client.ts'
import {
  makeAccount,
  makeCompany,
  makeContract,
  makeItem,
  makeLine,
  makeOpportunity,
  makePerson,
  submission,
} from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { refusal } from '#tests/support/people.ts'

/** Alba is green and large, Brio red and small; each asks for an item of its own, and Alba for one of Analytics. */
async function makeBacklog(db: Executor) {
  const company = await makeCompany(db)
  const analytics = await makeLine(db, 'Analytics')
  const alba = await makeAccount(db, { name: 'Alba', healthScore: 100 })
  const brio = await makeAccount(db, { name: 'Brio', healthScore: 40 })
  await makeContract(db, { accountId: alba, amountMinor: 300_000_00 })
  await makeContract(db, { accountId: brio, amountMinor: 60_000_00 })
  await makeOpportunity(db, { accountId: alba })
  const small = { costLow: 2, costLikely: 2, costHigh: 2 }
  const theme = await makeItem(db, { productLineId: company.lineId, title: 'Theme', ...small })
  const sso = await makeItem(db, { productLineId: company.lineId, title: 'SSO', ...small })
  const chart = await makeItem(db, { productLineId: analytics, title: 'Chart', ...small })
  const ctx = company.as(company.csm)
  for (const [accountId, sameAs, productLineId, importance] of [
    [alba, theme, company.lineId, 'minor'],
    [brio, sso, company.lineId, 'blocker'],
    [alba, chart, analytics, 'minor'],
  ] as const) {
    const input = submission({ accountId, sameAs, productLineId, importance })
    await submitRequest(ctx, { ...input, submissionKey: randomUUID() })
  }
  await refreshScores(ctx, 'all')
  return { company, ctx, theme, sso, chart }
}

describe('compareBacklog', () => {
  test('orders a line by whole ARR per cost, which ours does not', async ({ db }) => {
    const { ctx, theme, sso } = await makeBacklog(db)
    const { items } = await compareBacklog(ctx, 'platform', 'arr')
    // Costs that leave no doubt have the least spread: 2 · e^(0.2² / 2) weeks.
    const weeks = 2 * Math.exp(0.02)
    expect(items.map(({ id, ours, theirs, title }) => [id, ours, theirs, title])).toEqual([
      [sso, 1, 2, 'SSO'],
      [theme, 2, 1, 'Theme'],
    ])
    expect(items[0]?.score.score).toBeCloseTo(60_000 / weeks, 6)
    expect(items[1]?.score.score).toBeCloseTo(300_000 / weeks, 6)
  })

  test('splits an account’s revenue over the items of every line', async ({ db }) => {
    const { ctx, theme } = await makeBacklog(db)
    const { items } = await compareBacklog(ctx, 'platform', 'gitlab-growth')
    // €18,000 over two minor items; the deal closes within six months: urgency 2.
    const score = items.find(({ id }) => id === theme)?.score.score
    expect(score).toBeCloseTo((9_000 * 2) / (2 * Math.exp(0.02)), 6)
  })

  test('has a figure of every formula for every item', async ({ db }) => {
    const { ctx } = await makeBacklog(db)
    for (const peer of PEER_IDS) {
      const { items } = await compareBacklog(ctx, null, peer)
      expect(items).toHaveLength(3)
      expect(items.every(({ score }) => Number.isFinite(score.score))).toBe(true)
    }
  })

  test('is for those who see revenue', async ({ db }) => {
    const { company } = await makeBacklog(db)
    const other = await makePerson(db, { team: 'other', role: 'viewer' })
    expect(await refusal(compareBacklog(company.as(other), null, 'arr'))).toBe('forbidden')
  })
})
