import { describe, expect, it } from 'vitest'

import { toScoreInput } from '#app/domain/scoring/gather.ts'
import type {
  AccountRecord,
  ContractRecord,
  ItemRecord,
  OpportunityRecord,
  Records,
  RequestRecord,
} from '#app/domain/scoring/records.ts'
import { requestStanding } from '#app/domain/scoring/standing.ts'
import { fitOf } from '#app/domain/scoring/to-exposure.ts'
import { TODAY } from '#tests/support/score-input.ts'

const PLATFORM = 1
const MOBILE = 2

const account = (values: Partial<AccountRecord> = {}): AccountRecord => ({
  id: 1,
  name: 'Anadolu',
  parentId: null,
  lifecycle: 'active',
  healthScore: null,
  healthColour: null,
  strategicWeight: 1,
  strategicUntil: null,
  fits: new Map(),
  ...values,
})
const contract = (values: Partial<ContractRecord> = {}): ContractRecord => ({
  id: 1,
  accountId: 1,
  covers: [],
  amountMinor: 12_000_000,
  currency: 'EUR',
  period: 'year',
  renewsOn: '2026-05-15',
  evergreen: false,
  noticeDays: 60,
  productLineId: null,
  startsOn: null,
  endedOn: null,
  ...values,
})
const opportunity = (values: Partial<OpportunityRecord> = {}): OpportunityRecord => ({
  id: 1,
  accountId: 1,
  kind: 'expansion',
  amountMinor: 4_000_000,
  currency: 'EUR',
  stage: 'Proposal',
  probability: null,
  closesOn: '2026-05-31',
  state: 'open',
  productLineId: null,
  ...values,
})
const request = (values: Partial<RequestRecord> = {}): RequestRecord => ({
  id: 1,
  accountId: 1,
  productLineId: PLATFORM,
  type: 'bug',
  importance: 'major',
  settledImportance: null,
  evidence: 'customer_said',
  evidenceDoubted: false,
  submittedBy: 7,
  state: 'linked',
  itemId: 1,
  confirmedOn: '2026-01-05',
  noAccepted: false,
  solved: null,
  stakeMode: 'default',
  contractIds: [],
  opportunityIds: [],
  ...values,
})
const item = (values: Partial<ItemRecord> = {}): ItemRecord => ({
  id: 1,
  title: 'Single sign-on',
  type: 'feature_request',
  productLineId: PLATFORM,
  lane: 'ranked',
  status: 'candidate',
  costLow: 2,
  costLikely: 3,
  costHigh: 5,
  costSize: null,
  shipsOn: null,
  ...values,
})
const gather = (records: Partial<Records>) =>
  toScoreInput(
    {
      accounts: [account()],
      contracts: [contract()],
      opportunities: [],
      requests: [request()],
      submitters: [],
      blockersElsewhere: [],
      items: [item()],
      rates: { base: 'EUR', rates: { TRY: 0.02 } },
      stageProbabilities: { Proposal: 40 },
      ...records,
    },
    TODAY,
  )
const touched = (records: Partial<Records>) => gather(records).links.map(({ x }) => x)

describe('a contract', () => {
  it('is a renewal in major units a year', () => {
    expect(gather({}).exposures).toEqual([
      {
        id: 'contract:1',
        account: 'Anadolu',
        accountId: '1',
        kind: 'renewal',
        amount: 120_000,
        currency: 'EUR',
        fx: 1,
        win: 1,
        health: null,
        date: '2026-05-15',
        evergreen: false,
        notice: 60,
        icp: null,
        strategic: 1,
      },
    ])
  })

  it('by the month counts twelve times, by plan rates or without', () => {
    const monthly = [
      contract({ amountMinor: 500_000, period: 'month', currency: 'TRY' }),
      contract({ id: 2, currency: 'CHF' }),
    ]
    const [first, second] = gather({ contracts: monthly }).exposures
    expect(first).toMatchObject({ amount: 60_000, fx: 0.02 })
    expect(second).toMatchObject({ amount: 120_000, fx: null })
  })

  it('keeps its own notice, and rolls when it is evergreen', () => {
    const contracts = [
      contract({ noticeDays: 30 }),
      contract({ id: 2, noticeDays: 0, renewsOn: null, evergreen: true }),
    ]
    expect(gather({ contracts }).exposures).toMatchObject([
      { notice: 30, date: '2026-05-15', evergreen: false },
      { notice: 0, date: null, evergreen: true },
    ])
  })

  it('that has ended, or whose account has churned, is none', () => {
    expect(gather({ contracts: [contract({ endedOn: TODAY })] }).exposures).toEqual([])
    expect(gather({ accounts: [account({ lifecycle: 'churned' })] }).exposures).toEqual([])
  })

  it('takes its account’s health, strategic weight while it holds, and fit', () => {
    const own = (values: Partial<AccountRecord>) =>
      gather({ accounts: [account(values)] }).exposures[0]
    expect(own({ healthScore: 12, healthColour: 'green' })?.health).toBe(12)
    expect(own({ healthColour: 'yellow' })?.health).toBe(55)
    expect(own({ strategicWeight: 1.2, strategicUntil: TODAY })?.strategic).toBe(1.2)
    expect(own({ strategicWeight: 1.2, strategicUntil: '2026-01-14' })?.strategic).toBe(1)
    expect(own({ fits: new Map([[PLATFORM, 0.4]]) })?.icp).toBe(0.4)
  })
})

describe('the fit that counts', () => {
  const fits = new Map([
    [PLATFORM, 0.3],
    [MOBILE, 0.8],
  ])
  it('is that of the product line, else the best, else none', () => {
    expect(fitOf({ fits }, PLATFORM)).toBe(0.3)
    expect(fitOf({ fits }, null)).toBe(0.8)
    expect(fitOf({ fits }, 3)).toBe(0.8)
    expect(fitOf({ fits: new Map() }, PLATFORM)).toBeNull()
  })

  it('is taken by the product line of the contract or the opportunity', () => {
    const { exposures } = gather({
      accounts: [account({ fits })],
      contracts: [contract({ productLineId: PLATFORM }), contract({ id: 2 })],
      opportunities: [opportunity({ productLineId: PLATFORM }), opportunity({ id: 2 })],
    })
    expect(exposures.map(({ id, icp }) => [id, icp])).toEqual([
      ['contract:1', 0.3],
      ['contract:2', 0.8],
      ['opportunity:1', 0.3],
      ['opportunity:2', 0.8],
    ])
  })
})

describe('an opportunity', () => {
  const deal = (values: Partial<OpportunityRecord>, owner: Partial<AccountRecord> = {}) =>
    gather({
      accounts: [account(owner)],
      contracts: [],
      opportunities: [opportunity(values)],
      requests: [],
    }).exposures[0]

  it('takes its probability, else its stage’s', () => {
    expect(deal({})).toMatchObject({ id: 'opportunity:1', kind: 'expansion', win: 0.4 })
    expect(deal({ probability: 0 })?.win).toBe(0)
    expect(deal({ stage: 'Unheard of' })?.win).toBeNull()
    expect(deal({ stage: null })?.win).toBeNull()
  })

  it('is its amount in major units with its rate, due on its close date', () => {
    expect(deal({ currency: 'TRY' })).toMatchObject({
      amount: 40_000,
      currency: 'TRY',
      fx: 0.02,
      date: '2026-05-31',
    })
    expect(deal({ currency: 'CHF' })?.fx).toBeNull()
  })

  it('may have no amount and no date', () => {
    expect(deal({ amountMinor: null, currency: null, closesOn: null })).toMatchObject({
      amount: null,
      date: null,
    })
  })

  it('is an expansion with whoever is a customer already', () => {
    expect(deal({}, { lifecycle: 'active' })?.kind).toBe('expansion')
    expect(deal({}, { lifecycle: 'onboarding' })?.kind).toBe('expansion')
  })

  it('is new business with a prospect, and when it wins somebody back', () => {
    expect(deal({ kind: 'new' })?.kind).toBe('new_business')
    expect(deal({}, { lifecycle: 'prospect' })?.kind).toBe('new_business')
    expect(deal({}, { lifecycle: 'churned' })?.kind).toBe('new_business')
  })

  it('that is closed, or a renewal deal, is none', () => {
    expect(deal({ state: 'lost' })).toBeUndefined()
    expect(deal({ state: 'won' })).toBeUndefined()
    expect(deal({ kind: 'renewal' })).toBeUndefined()
  })
})

describe('what a request touches', () => {
  const lines = [
    contract({ id: 1, productLineId: PLATFORM }),
    contract({ id: 2, productLineId: MOBILE }),
    contract({ id: 3 }),
  ]

  it('is by default every open contract of the item’s product line, or of none', () => {
    expect(touched({ contracts: lines })).toEqual(['contract:1', 'contract:3'])
    const mobile = [item({ productLineId: MOBILE })]
    expect(touched({ contracts: lines, items: mobile })).toEqual(['contract:2', 'contract:3'])
  })

  it('follows the request’s product line while it has no item', () => {
    const refused = request({ state: 'declined', itemId: null, productLineId: MOBILE })
    expect(touched({ contracts: lines, requests: [refused] })).toEqual(['contract:2', 'contract:3'])
  })

  it('is what was chosen, as far as it is still open', () => {
    const chosen = request({ stakeMode: 'chosen', contractIds: [2, 9] })
    expect(touched({ contracts: lines, requests: [chosen] })).toEqual(['contract:2'])
  })

  it('is an opportunity only where the request names it', () => {
    const opportunities = [opportunity({ id: 1 }), opportunity({ id: 2 })]
    expect(touched({ opportunities })).toEqual(['contract:1'])
    const naming = [request({ opportunityIds: [2] })]
    expect(touched({ opportunities, requests: naming })).toEqual(['contract:1', 'opportunity:2'])
  })

  it('is no contract that does not cover the account, and no other’s opportunity, however chosen', () => {
    const accounts = [account({ id: 1, parentId: 5 }), account({ id: 2 }), account({ id: 5 })]
    const contracts = [
      contract({ id: 1, accountId: 5, covers: [1] }),
      contract({ id: 2, accountId: 5 }),
      contract({ id: 3, accountId: 2, covers: [1] }),
    ]
    const chosen = request({
      stakeMode: 'chosen',
      contractIds: [1, 2, 3],
      opportunityIds: [1, 2],
    })
    const opportunities = [opportunity({ id: 1 }), opportunity({ id: 2, accountId: 2 })]
    expect(touched({ accounts, contracts, opportunities, requests: [chosen] })).toEqual([
      'contract:1',
      'opportunity:1',
    ])
  })

  it('is the parent’s contract that covers an account without its own, never a sibling’s', () => {
    const accounts = [
      account({ id: 1, parentId: 5 }),
      account({ id: 2, parentId: 5 }),
      account({ id: 5 }),
    ]
    const contracts = [
      contract({ id: 1, accountId: 5, covers: [1] }),
      contract({ id: 2, accountId: 5, covers: [2] }),
      contract({ id: 3, accountId: 2, covers: [1] }),
    ]
    expect(touched({ accounts, contracts })).toEqual(['contract:1'])
    const own = contract({ id: 4, accountId: 1 })
    expect(touched({ accounts, contracts: [...contracts, own] })).toEqual(['contract:4'])
  })
})

describe('a link', () => {
  it('takes the request’s own claim, a settled importance first', () => {
    expect(gather({ requests: [request({ settledImportance: 'critical' })] }).links).toEqual([
      {
        x: 'contract:1',
        r: '1',
        request: '1',
        severity: 'critical',
        evidence: 'customer_said',
        ageDays: 10,
        type: 'bug',
        standing: 'open',
      },
    ])
  })

  it('is not from the future', () => {
    const [link] = gather({ requests: [request({ confirmedOn: '2026-01-16' })] }).links
    expect(link?.ageDays).toBe(0)
  })

  it('of a request declined without an item has none', () => {
    const declined = request({ state: 'declined', itemId: null })
    expect(gather({ requests: [declined] }).links).toMatchObject([
      { r: null, standing: 'declined' },
    ])
  })
})

describe('an item', () => {
  it('brings its estimate, its size and its ship date, and counts while it is open', () => {
    const items = [
      item({ id: 1 }),
      item({ id: 2, costLow: null, costLikely: null, costHigh: null, costSize: 'L' }),
      item({ id: 3, status: 'in_progress', shipsOn: '2026-03-01' }),
      item({ id: 4, status: 'shipped' }),
      item({ id: 5, status: 'declined' }),
    ]
    expect(gather({ items }).items).toMatchObject([
      { id: '1', estimate: { p10: 2, p50: 3, p90: 5 }, size: undefined },
      { id: '2', estimate: undefined, size: 'L' },
      { id: '3', shipDate: '2026-03-01' },
    ])
    expect(gather({ items }).items).toHaveLength(3)
  })
})

describe('which requests count', () => {
  const open = { status: 'candidate' } as const
  const shipped = { status: 'shipped' } as const
  const refused = { status: 'declined' } as const

  it.each([
    ['new, without an item', { state: 'new' }, undefined, null],
    ['"same as", not yet confirmed', { state: 'new' }, open, 'open'],
    ['linked', {}, open, 'open'],
    ['linked to a planned item', {}, { status: 'planned' }, 'open'],
    ['linked to an item in progress', {}, { status: 'in_progress' }, 'open'],
    ['waiting for an answer, without an item', { state: 'waiting' }, undefined, null],
    ['answered', { state: 'answered' }, undefined, null],
    ['answered, whatever it was linked to', { state: 'answered' }, open, null],
    ['duplicate', { state: 'duplicate' }, undefined, null],
    ['duplicate, whatever it was linked to', { state: 'duplicate' }, open, null],
    ['declined', { state: 'declined' }, undefined, 'declined'],
    ['declined and accepted', { state: 'declined', noAccepted: true }, undefined, null],
    ['of a declined item', {}, refused, 'declined'],
    ['of a declined item, accepted', { noAccepted: true }, refused, null],
    ['of a shipped item', {}, shipped, 'shipped'],
    ['of a shipped item, solved', { solved: true }, shipped, null],
    ['of a shipped item, not solved', { solved: false }, shipped, 'unsolved'],
  ] as const)('%s', (_what, values, of, expected) => {
    expect(requestStanding(request(values), of)).toBe(expected)
  })
})
