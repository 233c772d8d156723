import { describe, expect, it } from 'vitest'

import { compareOrders } from '#app/domain/scoring/peers/compare.ts'
import { PEERS, type PeerId } from '#app/domain/scoring/peers/peers.ts'
import type {
  PeerAccount,
  PeerBacklog,
  PeerItem,
  PeerPart,
  PeerRequest,
} from '#app/domain/scoring/peers/types.ts'

const options = { today: '2026-01-15', currency: 'EUR' }

function account(id: number, name: string, arr: number, more: Partial<PeerAccount> = {}) {
  const plain = { deals: 0, dealClosesInDays: null, health: 55, renewsInDays: 120 }
  return { id, name, arr, ...plain, ...more }
}

const request = (accountId: number, more: Partial<PeerRequest> = {}): PeerRequest => ({
  accountId,
  importance: 'critical',
  evidence: 'none',
  confirmedOn: '2026-01-01',
  ...more,
})

/** A line of a receipt: so much at stake, at risk and to be saved; all of that counts unless `h` takes some off. */
function part(
  of: PeerAccount,
  [raw, arrAtRisk, canSave]: [raw: number, arrAtRisk: number, canSave: number],
  { h = 1, date = '2026-05-15' }: { h?: number; date?: string } = {},
): PeerPart {
  return {
    exposure: `contract:${of.id}`,
    account: of.name,
    accountId: String(of.id),
    arrAtRisk,
    canSave,
    value: canSave * h,
    from: {
      raw,
      kind: 'renewal',
      health: of.health,
      date,
      decisionOn: date,
      weights: { psi: 1, icp: 1, strategic: 1, h },
    },
  }
}

function item(id: number, more: Partial<PeerItem>): PeerItem {
  const value = (more.parts ?? []).reduce((sum, part) => sum + part.value, 0)
  const cost = more.cost ?? 4
  return {
    id,
    cost,
    lead: 4,
    delayCost: value / 10,
    requests: [],
    parts: [],
    score: value / cost,
    ...more,
  }
}

function backlogOf(items: PeerItem[], accounts: PeerAccount[]): PeerBacklog {
  return {
    items: [...items].sort((a, b) => b.score - a.score),
    accounts: new Map(accounts.map((one) => [one.id, one])),
    asked: new Map(items.map(({ id, requests }) => [id, requests])),
  }
}

/** Five small accounts with an item each; nothing about any of them stands out. */
const small = [1, 2, 3, 4, 5].map((id) => account(id, `Small ${id}`, 20_000))
const usual = small.map((one) =>
  item(one.id, {
    requests: [request(one.id)],
    parts: [part(one, [20_000, 4_000 + one.id, 2_000 + one.id])],
  }),
)
const anadolu = account(9, 'Anadolu', 400_000)

function reasonWith(peer: PeerId, odd: PeerItem, accounts: PeerAccount[] = [anadolu]) {
  const compared = compareOrders(
    backlogOf([...usual, odd], [...small, ...accounts]),
    PEERS[peer],
    options,
  )
  return compared.items.find(({ id }) => id === odd.id)
}

describe('compareOrders', () => {
  it('tells both places, the shared heads and the correlation', () => {
    const compared = compareOrders(backlogOf(usual, small), PEERS.arr, options)
    expect(compared.items.map(({ id, ours, theirs }) => [id, ours, theirs])).toEqual([
      [5, 1, 5],
      [4, 2, 4],
      [3, 3, 3],
      [2, 4, 2],
      [1, 5, 1],
    ])
    expect(compared.items.map(({ difference }) => difference)).toEqual([-4, -2, 0, 2, 4])
    expect(compared.shared).toEqual([
      { of: 5, both: 5 },
      { of: 5, both: 5 },
    ])
    // All five have the same ARR per cost.
    expect(compared.spearman).toBeNull()
  })

  it('has nothing to say of an empty backlog', () => {
    const compared = compareOrders(backlogOf([], []), PEERS.jira, options)
    expect(compared).toEqual({
      items: [],
      spearman: null,
      shared: [
        { of: 0, both: 0 },
        { of: 0, both: 0 },
      ],
    })
  })
})

describe('why the places differ', () => {
  it('is the whole ARR of an account of which little is at risk', () => {
    const odd = item(9, {
      requests: [request(9)],
      parts: [part(anadolu, [400_000, 2_000, 1_000])],
    })
    expect(reasonWith('arr', odd)).toMatchObject({
      ours: 6,
      theirs: 1,
      reason: 'ARR per cost counts all €400k of Anadolu; here 1 % of it is at risk',
    })
  })

  it('is a renewal that is far away', () => {
    const far = { h: 0.05, date: '2028-03-01' }
    const odd = item(9, {
      requests: [request(9), request(9)],
      parts: [part(anadolu, [20_000, 4_000, 2_000], far)],
    })
    expect(reasonWith('rice', odd)?.reason).toBeNull()
    const asked = { ...odd, requests: [request(9, { importance: 'blocker' })] }
    expect(reasonWith('rice', asked)).toMatchObject({
      ours: 6,
      theirs: 1,
      reason: 'No renewal before 2028',
    })
  })

  it('is one account that asks several times', () => {
    const odd = item(9, {
      requests: [request(9), request(9), request(9)],
      parts: [part(anadolu, [20_000, 4_000, 1_990])],
    })
    expect(reasonWith('votes', odd)).toMatchObject({
      ours: 6,
      theirs: 1,
      reason: 'Anadolu alone asks, in 3 requests',
    })
  })

  it('is a cost that the peer leaves out, either way', () => {
    const asks = { requests: [request(9)], parts: [part(anadolu, [20_000, 4_000, 2_000])] }
    expect(
      reasonWith(
        'productboard',
        item(9, { ...asks, cost: 20, requests: [request(9, { importance: 'blocker' })] }),
      ),
    ).toMatchObject({
      ours: 6,
      theirs: 1,
      reason: 'It costs 20.0 weeks, which Productboard leaves out',
    })
    expect(
      reasonWith(
        'productboard',
        item(9, { ...asks, cost: 1, requests: [request(9, { importance: 'minor' })] }),
      ),
    ).toMatchObject({
      ours: 1,
      theirs: 6,
      reason: 'Every account calls it minor, which Productboard counts as 0',
    })
    expect(
      reasonWith(
        'productboard',
        item(9, { ...asks, cost: 1, requests: [request(9, { importance: 'major' })] }),
      ),
    ).toMatchObject({
      ours: 1,
      theirs: 6,
      reason: 'It costs only 1.0 weeks, which Productboard leaves out',
    })
  })

  it('is money that the peer does not see', () => {
    const odd = item(9, {
      cost: 5,
      requests: [request(9)],
      parts: [part(anadolu, [400_000, 80_000, 40_000])],
    })
    expect(reasonWith('votes', odd)).toMatchObject({
      ours: 1,
      theirs: 6,
      reason: 'Votes per cost counts Anadolu as one account; €400k of it is at stake',
    })
  })

  it('is a contract of the parent, which the account’s own ARR leaves out', () => {
    const child = account(9, 'Child', 0)
    const parent = account(10, 'Parent', 200_000)
    const odd = item(9, {
      cost: 2,
      requests: [request(9), request(1)],
      parts: [part(parent, [200_000, 40_000, 20_000])],
    })
    expect(reasonWith('arr', odd, [child])).toMatchObject({
      ours: 1,
      reason: null,
    })
    const dear = { ...odd, cost: 12, score: 20_000 / 12 }
    expect(reasonWith('arr', dear, [child])).toMatchObject({
      ours: 1,
      theirs: 6,
      reason: 'The contract of Parent counts here with €200k; ARR per cost leaves it out',
    })
  })

  it('is what it counts in deals, where it counts deals', () => {
    const dealing = { ...anadolu, deals: 50_000, dealClosesInDays: 30 }
    const odd = item(9, {
      requests: [request(9)],
      parts: [part(anadolu, [10_000, 100, 50])],
    })
    const others = small.map((one) => ({ ...one, deals: 1_000 }))
    const compared = compareOrders(
      backlogOf([...usual, odd], [...others, dealing]),
      PEERS['gitlab-growth'],
      options,
    )
    expect(compared.items.find(({ id }) => id === 9)).toMatchObject({
      ours: 6,
      theirs: 1,
      reason: 'GitLab growth counts all €50k in deals of Anadolu; €10k of it is at stake here',
    })
  })

  it('measures what is usual by the items of which the peer counts anything', () => {
    const dealing = { ...anadolu, deals: 10_000, dealClosesInDays: 30 }
    // Five of six have no deal, and this one is far.
    const far = { h: 0.05, date: '2028-03-01' }
    const odd = item(9, {
      requests: [request(9)],
      parts: [part(anadolu, [20_000, 4_000, 2_000], far)],
    })
    const compared = compareOrders(
      backlogOf([...usual, odd], [...small, dealing]),
      PEERS['gitlab-growth'],
      options,
    )
    expect(compared.items.find(({ id }) => id === 9)).toMatchObject({
      ours: 6,
      theirs: 1,
      reason: 'No renewal before 2028',
    })
  })

  it('says under 1 % and never only under 1 %', () => {
    const quick = usual.map((one) => ({ ...one, delayCost: one.score }))
    const slow = item(9, {
      cost: 2,
      requests: [request(9)],
      parts: [part(anadolu, [20_000, 4_000, 2_000])],
      delayCost: 1,
    })
    const compared = compareOrders(
      backlogOf([...quick, slow], [...small, anadolu]),
      PEERS.wsjf,
      options,
    )
    expect(compared.items.find(({ id }) => id === 9)).toMatchObject({
      ours: 1,
      theirs: 6,
      reason: '2 weeks of delay lose under 1 % of its value',
    })
  })

  it('is that nothing counts, or that the peer finds nothing', () => {
    const idle = item(9, { cost: 1, requests: [request(9)] })
    expect(reasonWith('votes', idle)?.reason).toBe(
      'No open contract or deal of its accounts counts',
    )
    const won = item(9, {
      cost: 1,
      requests: [request(9)],
      parts: [part(anadolu, [20_000, 4_000, 2_000])],
    })
    const prospect = { ...anadolu, arr: 0 }
    expect(reasonWith('arr', won, [prospect])).toMatchObject({
      ours: 1,
      theirs: 6,
      reason: 'Its accounts have no contract yet, only deals',
    })
  })
})

describe('what our records stand for', () => {
  // 100,000 over 10 + 4 points; yellow health and a renewal within six months: urgency 2.5; 4 weeks.
  it('GitLab splits over all open items, also those out of sight', () => {
    const one = account(1, 'One', 100_000, { deals: 30_000, dealClosesInDays: 300 })
    const seen = item(1, { requests: [request(1, { importance: 'blocker' })] })
    const backlog = {
      ...backlogOf([seen], [one]),
      asked: new Map([
        [1, seen.requests],
        [2, [request(1, { importance: 'major' })]],
      ]),
    }
    const [retention] = PEERS['gitlab-retention'].score(backlog)
    expect(retention?.score).toBeCloseTo((((100_000 * 10) / 14) * 2.5) / 4, 6)
    const [growth] = PEERS['gitlab-growth'].score(backlog)
    expect(growth?.score).toBeCloseTo((((30_000 * 10) / 14) * 1.5) / 4, 6)
  })

  // Two accounts, one of them with two requests: its blocker and what the customer wrote count.
  it('RICE takes each account once, with its heaviest claim', () => {
    const backlog = backlogOf(
      [
        item(1, {
          cost: 2,
          requests: [
            request(1, { importance: 'minor', evidence: 'customer_written' }),
            request(1, { importance: 'blocker' }),
            request(2, { importance: 'major' }),
          ],
        }),
      ],
      small,
    )
    // reach 2 × impact (3 + 1) / 2 × confidence (100 % + 50 %) / 2 ÷ 2
    expect(PEERS.rice.score(backlog)[0]?.score).toBeCloseTo(1.5, 12)
    // the account's later request decides: 3 + 1
    expect(PEERS.productboard.score(backlog)[0]?.score).toBe(4)
    expect(PEERS.votes.score(backlog)[0]?.score).toBe(1.5)
    expect(PEERS.arr.score(backlog)[0]?.score).toBe(20_000)
  })
})
