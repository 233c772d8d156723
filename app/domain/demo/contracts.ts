import type { Random } from '#app/lib/random.ts'

import type { Size, Traits } from './account-rows.ts'
import type { ContractPlan } from './account-plan.ts'
import type { Clock } from './clock.ts'
import { RATES, type LineKey } from './company.ts'

/** Working days before now on which the company began to use Causeway. */
export const BEGAN = 196

const YEAR = 365
/** Yearly revenue in thousands of euro. */
const REVENUE: Readonly<Record<Size, readonly [low: number, high: number]>> = {
  S: [7, 24],
  M: [28, 85],
  L: [95, 230],
  XL: [260, 520],
}

/** Calendar days as working days. */
const workdays = (days: number) => (days * 5) / 7

/** An amount as price lists have it: thousands in euro and dollars, ten thousands in lira. */
export function priceIn(currency: string, euros: number): number {
  const rate = RATES.rates.find((one) => one.currency === currency)?.rate ?? 1
  const step = currency === 'TRY' ? 10_000 : 500
  return Math.max(step, Math.round(euros / rate / step) * step)
}

export function yearlyEuros(random: Random, size: Size): number {
  const [low, high] = REVENUE[size]
  return (low + random.next() ** 1.4 * (high - low)) * 1000
}

type Terms = {
  size: Size
  currency: string
  traits: Traits
  covers: string[]
  /** When the account came, in working days before now. */
  ago: number
}

/** What an account has signed: one contract for all, or one a product line. */
export function planContracts(random: Random, clock: Clock, terms: Terms): ContractPlan[] {
  const { lifecycle } = terms.traits
  if (lifecycle === 'prospect' || terms.traits.covered) return []
  const euros = yearlyEuros(random, terms.size)
  const one = (line: LineKey | null, share: number, first: boolean) =>
    planContract(random, clock, terms, { line, euros: euros * share, first })
  if (lifecycle === 'churned') return [one(null, 1, true)].map((plan) => end(random, clock, plan))
  const shape = random.weigh([
    ['suite', 45],
    ['platform', 25],
    ['both', 22],
    ['three', 4],
    ['analytics', 4],
  ] as const)
  switch (terms.covers.length > 0 ? 'suite' : shape) {
    case 'suite':
      return [one(null, 1, true)]
    case 'platform':
      return [one('platform', 1, true)]
    case 'analytics':
      return [one('analytics', 1, true)]
    case 'both':
      return [one('platform', 0.72, true), one('analytics', 0.28, false)]
    case 'three':
      return [
        one('platform', 0.6, true),
        one('platform', 0.15, false),
        one('analytics', 0.25, false),
      ]
  }
}

type Part = { line: LineKey | null; euros: number; first: boolean }

function planContract(random: Random, clock: Clock, terms: Terms, part: Part): ContractPlan {
  const { currency, traits } = terms
  const amount = priceIn(currency, part.euros)
  const shared = {
    name: nameOf(random, part),
    line: part.line,
    currency,
    covers: part.first ? terms.covers : [],
    ended: null,
  }
  const monthly = terms.size === 'S' && random.chance(0.2)
  const period = monthly ? ('month' as const) : ('year' as const)
  if (traits.lifecycle === 'onboarding') {
    const begun = Math.round((terms.ago * 7) / 5)
    return {
      ...{ ...shared, amount, period: 'year', noticeDays: 60, autoRenew: false, renewed: null },
      startsOn: clock.day(-begun),
      renewsOn: clock.day(YEAR - begun),
    }
  }
  const renewsIn = (part.first ? traits.renewsIn : undefined) ?? random.int(20, 420)
  const years = random.weigh([
    [2, 5],
    [3, 3],
    [4, 2],
  ])
  const terse = {
    ...shared,
    period,
    amount: monthly ? priceIn(currency, part.euros / 12) : amount,
    startsOn: clock.day(renewsIn - YEAR * years),
    noticeDays: random.weigh([
      [60, 7],
      [30, 2],
      [90, 1],
    ]),
    autoRenew: random.chance(0.3),
  }
  if (monthly && random.chance(0.6)) {
    return { ...terse, renewsOn: null, noticeDays: 0, renewed: null }
  }
  const renewsOn = clock.day(renewsIn)
  const renewedDaysAgo = YEAR - renewsIn
  const yearly = random.chance(0.85)
  // The last renewal lies within the time that is told, so it is told.
  if (yearly && renewedDaysAgo > 5 && workdays(renewedDaysAgo + 12) < BEGAN - 6) {
    const uplift = random.pick([1, 1.03, 1.05, 1.08, 1.2, 0.7])
    const before = priceIn(currency, part.euros / (monthly ? 12 : 1) / uplift)
    const renewed = { ago: workdays(renewedDaysAgo + 10), renewsOn, amount: terse.amount }
    return { ...terse, amount: before, renewsOn: clock.day(-renewedDaysAgo), renewed }
  }
  return { ...terse, renewsOn, renewed: null }
}

function nameOf(random: Random, { line, first }: Part): string {
  if (line === null) return random.pick(['Kestrel suite', 'Framework agreement', 'Kestrel suite'])
  if (line === 'analytics') return 'Analytics'
  return first ? 'Platform' : random.pick(['Platform, second site', 'Platform, carrier portal'])
}

function end(random: Random, clock: Clock, plan: ContractPlan): ContractPlan {
  const ago = random.int(18, 140)
  const on = clock.day(-Math.round((ago * 7) / 5) + 3)
  return { ...plan, renewed: null, renewsOn: plan.renewsOn && on, ended: { ago, on } }
}
