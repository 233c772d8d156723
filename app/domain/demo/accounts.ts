import type { Random } from '#app/lib/random.ts'
import { slug } from '#app/lib/slug.ts'

import type { AccountPlan, Health } from './account-plan.ts'
import type { AccountRow, Size, Traits } from './account-rows.ts'
import { AMERICA } from './accounts-america.ts'
import { EUROPE, EUROPEAN_REGIONS, REST_OF_EUROPE } from './accounts-europe.ts'
import { TURKIYE } from './accounts-turkiye.ts'
import type { Clock } from './clock.ts'
import { BEGAN, planContracts } from './contracts.ts'
import { withFirstTerm } from './first-terms.ts'
import { planOpportunities } from './opportunities.ts'

type Market = { currency: string; ending: string; residency: string; rows: readonly AccountRow[] }

const MARKETS: readonly Market[] = [
  { currency: 'TRY', ending: 'com.tr', residency: 'Türkiye', rows: TURKIYE },
  { currency: 'EUR', ending: 'eu', residency: 'EU', rows: EUROPE },
  { currency: 'USD', ending: 'com', residency: 'US', rows: AMERICA },
]

const SEGMENTS: Readonly<Record<Size, string>> = {
  S: 'SMB',
  M: 'Mid-market',
  L: 'Enterprise',
  XL: 'Strategic',
}
const PLANS: Readonly<Record<Size, readonly string[]>> = {
  S: ['Starter', 'Team'],
  M: ['Team', 'Business'],
  L: ['Business', 'Enterprise'],
  XL: ['Enterprise'],
}
const EMPLOYEES: Readonly<Record<Size, readonly [number, number]>> = {
  S: [18, 120],
  M: [110, 800],
  L: [600, 4200],
  XL: [3500, 26000],
}

/** Every account of the demo company; parents stand before their children. */
export function planAccounts(random: Random, clock: Clock): AccountPlan[] {
  const rows = MARKETS.flatMap((market) => market.rows.map((row) => ({ market, row })))
  return rows
    .map(({ market, row }, index) =>
      planAccount(random, clock, market, row, BEGAN - 1 - (0.5 * index) / rows.length),
    )
    .map((plan) => withFirstTerm(plan, clock))
}

function planAccount(
  random: Random,
  clock: Clock,
  market: Market,
  row: AccountRow,
  founding: number,
): AccountPlan {
  const [name, industry, size, owner, traits = {}] = row
  const { currency, ending, residency, rows } = market
  const ago = cameAgo(random, traits, founding)
  const covers = rows
    .filter(([, , , , t]) => t?.parent === name && t.covered)
    .map(([child]) => child)
  const contracts = planContracts(random, clock, { size, currency, traits, covers, ago })
  const [few, many] = EMPLOYEES[size]
  const [ended] = contracts.flatMap((contract) => contract.ended ?? [])
  const began = traits.lifecycle === 'churned' ? 'active' : (traits.lifecycle ?? 'active')
  return {
    name,
    domain: `${slug(name)}.${ending}`,
    parent: traits.parent ?? null,
    owner,
    lifecycle: began,
    later: ended ? { ago: ended.ago, lifecycle: 'churned' } : null,
    industry,
    region: regionOf(name, currency),
    segment: SEGMENTS[size],
    employees: random.int(few, many),
    plan: random.pick(PLANS[size]),
    ago,
    health: traits.lifecycle === 'prospect' ? [] : planHealth(random, traits, ago, ended?.ago),
    attributes: planAttributes(random, clock, size, residency, traits),
    contracts,
    opportunities: planOpportunities(
      random,
      clock,
      { size, currency, traits, ago },
      traits.renewsIn,
    ),
    crmId: random.chance(0.6) ? `0015g00000${random.int(10_000, 99_999)}AAB` : null,
  }
}

/** Most were there when the company began with Causeway, written down one after the other. */
function cameAgo(random: Random, { lifecycle }: Traits, founding: number): number {
  if (lifecycle === 'prospect') return random.int(25, 110)
  if (lifecycle === 'onboarding') return random.int(12, 55)
  return founding
}

function regionOf(name: string, currency: string): string {
  if (currency === 'TRY') return 'Türkiye'
  if (currency === 'USD') return 'North America'
  const first = name.split(' ')[0] ?? name
  const found = Object.entries(EUROPEAN_REGIONS).find(([, names]) => names.includes(first))
  return found?.[0] ?? REST_OF_EUROPE
}

const within = (value: number) => Math.max(4, Math.min(97, value))

/** How the account was and is, the earliest first. Of some nobody has said, of some only a colour is known. */
function planHealth(
  random: Random,
  traits: Traits,
  came: number,
  endedAgo: number | undefined,
): AccountPlan['health'] {
  const isNow = traits.health ?? (endedAgo ? random.int(8, 30) : drawHealth(random))
  const known = traits.health !== undefined || endedAgo !== undefined
  const shape = known
    ? 'score'
    : random.weigh([
        ['score', 74],
        ['colour', 13],
        ['unknown', 13],
      ] as const)
  if (shape === 'unknown') return []
  const first = came - 0.7
  if (shape === 'colour') {
    const healthColour = isNow >= 70 ? 'green' : isNow >= 40 ? 'yellow' : 'red'
    return [{ ago: first, healthScore: null, healthColour }]
  }
  const score = (healthScore: number): Health => ({ healthScore, healthColour: null })
  const until = endedAgo ? endedAgo + 3 : 2
  if (came - until < 20 || (!known && random.chance(0.5))) return [{ ago: first, ...score(isNow) }]
  const drift = isNow < 50 ? random.int(8, 34) : random.int(-22, 12)
  const middle = until + (Math.min(came, 120) - until) * (0.35 + 0.5 * random.next())
  return [
    { ago: first, ...score(within(isNow + drift)) },
    { ago: middle, ...score(within(isNow + Math.round(drift * 0.4))) },
    { ago: until + (middle - until) * random.next() * 0.6, ...score(isNow) },
  ]
}

function drawHealth(random: Random): number {
  return random.weigh([
    [random.int(72, 95), 55],
    [random.int(42, 70), 30],
    [random.int(14, 39), 15],
  ])
}

function planAttributes(
  random: Random,
  clock: Clock,
  size: Size,
  residency: string,
  { lifecycle }: Traits,
): AccountPlan['attributes'] {
  const large = size === 'L' || size === 'XL'
  const all: AccountPlan['attributes'] = {
    erp_integration: random.chance(large ? 0.7 : 0.35),
    executive_sponsor: random.weigh([
      ['none', large ? 2 : 5],
      ['director', 4],
      ['board', large ? 4 : 1],
    ]),
    self_service_usage: random.int(4, 92),
    data_residency: residency,
    go_live: clock.day(-random.int(300, 1600)),
    reference_customer: random.chance(0.2),
  }
  const kept = Object.entries(all).filter(([key]) => {
    if (lifecycle === 'prospect') return key === 'erp_integration' || key === 'data_residency'
    if (lifecycle === 'onboarding' && key === 'go_live') return false
    // Nobody ever fills in everything.
    return key === 'data_residency' || random.chance(0.85)
  })
  return Object.fromEntries(kept)
}
