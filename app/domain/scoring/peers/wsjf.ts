import type { Peer } from './types.ts'

/** Weighted shortest job first: cost of delay ÷ duration. Also called CD3. */
export function wsjf(costOfDelay: number, duration: number): number {
  return costOfDelay / duration
}

/** Weeks of delay over which its cost is taken. */
export const DELAY_WEEKS = 2

export const wsjfPeer: Peer = {
  name: 'WSJF',
  formula: 'Cost of delay ÷ duration',
  mapping: [
    'Cost of delay: the value lost for each week, were the start to slip by two',
    'Duration: weeks until it ships',
  ],
  unit: 'money',
  differs: ['hurry'],
  nothing: 'Two weeks of delay lose nothing: no decision is near enough',
  score: ({ items }) =>
    items.map(({ delayCost, lead }) => ({
      score: wsjf(delayCost, lead),
      parts: [
        { name: 'lost a week', value: delayCost, unit: 'money' },
        { name: 'duration', value: lead, unit: 'weeks' },
      ],
    })),
}
