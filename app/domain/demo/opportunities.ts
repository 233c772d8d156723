import type { Random } from '#app/lib/random.ts'

import type { OpportunityPlan } from './account-plan.ts'
import type { Size, Traits } from './account-rows.ts'
import type { Clock } from './clock.ts'
import { priceIn, yearlyEuros } from './contracts.ts'

type Deal = { size: Size; currency: string; traits: Traits; ago: number }

const EXPANSIONS = [
  { name: 'Two more depots', line: 'platform' },
  { name: 'Roll-out to the stores', line: 'platform' },
  { name: 'Analytics for the finance team', line: 'analytics' },
  { name: 'Carrier portal', line: 'platform' },
  { name: 'Forecasting package', line: 'analytics' },
  { name: 'Seats for the new warehouse', line: null },
] as const

/** New business of prospects, and now and then an expansion or a renewal deal of a customer. */
export function planOpportunities(
  random: Random,
  clock: Clock,
  { size, currency, traits, ago }: Deal,
  renewsIn: number | undefined,
): OpportunityPlan[] {
  const euros = yearlyEuros(random, size)
  if (traits.lifecycle === 'prospect') {
    const main = deal(random, clock, { name: 'First contract', kind: 'new', line: null, ago })
    const pilot = deal(random, clock, { name: 'Paid pilot', kind: 'new', line: null, ago: ago - 4 })
    const own = { ...main, amount: priceIn(currency, euros), currency }
    return random.chance(0.2)
      ? [own, { ...pilot, amount: priceIn(currency, euros / 12), currency }]
      : [own]
  }
  if (traits.lifecycle !== undefined || traits.covered) return []
  const deals: OpportunityPlan[] = []
  if (random.chance(0.22)) {
    const { name, line } = random.pick(EXPANSIONS)
    const began = random.int(15, 110)
    const plan = deal(random, clock, { name, kind: 'expansion', line, ago: began })
    const amount = priceIn(currency, euros * (0.1 + 0.3 * random.next()))
    const state = random.weigh([
      ['open', 7],
      ['won', 2],
      ['lost', 1],
    ] as const)
    const closed = state === 'open' ? null : { ago: random.int(2, 12), state }
    deals.push({ ...plan, amount, currency, closed })
  }
  if (renewsIn !== undefined && random.chance(0.35)) {
    const plan = deal(random, clock, { name: 'Renewal', kind: 'renewal', line: null, ago: 40 })
    const closesOn = clock.day(renewsIn)
    deals.push({ ...plan, amount: priceIn(currency, euros), currency, closesOn })
  }
  return deals
}

function deal(
  random: Random,
  clock: Clock,
  { ago, ...facts }: Pick<OpportunityPlan, 'name' | 'kind' | 'line' | 'ago'>,
): Omit<OpportunityPlan, 'amount' | 'currency'> {
  const stage = random.pick(['Discovery', 'Evaluation', 'Proposal', 'Negotiation'])
  return {
    ...facts,
    stage,
    // Mostly the stage says enough.
    probability: random.chance(0.3) ? random.int(3, 17) * 5 : null,
    closesOn: clock.day(random.int(25, 170)),
    ago,
    closed: null,
  }
}
