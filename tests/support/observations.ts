import type { FamilyAttribute } from '#app/domain/icp/family.ts'
import type { Observation } from '#app/domain/icp/observations.ts'
import { randomOf } from '#app/lib/random.ts'

/** 24 attributes of every type, as a company might have them. */
export const ATTRIBUTES: readonly FamilyAttribute[] = Array.from({ length: 24 }, (_, i) => {
  const type = (['choice', 'number', 'boolean', 'text'] as const)[i % 4] ?? 'text'
  return { key: `custom:fact${i}`, label: `Fact ${i}`, type }
})

/**
 * Accounts whose attributes have nothing to do with how they turned out.
 * @param seed another seed, other accounts
 * @param sizes as many as are to be good and bad
 */
export function randomObservations(
  seed: string,
  sizes: { good: number; bad: number },
): Observation[] {
  const random = randomOf(seed)
  const valueOf = ({ type }: FamilyAttribute) => {
    if (random.chance(0.05)) return null
    if (type === 'number') return random.int(1, 1000)
    if (type === 'boolean') return random.chance(0.4)
    return random.pick(
      type === 'choice' ? ['Basic', 'Pro', 'Enterprise'] : ['US', 'IN', 'UK', 'DE', 'CA'],
    )
  }
  return Array.from({ length: sizes.good + sizes.bad }, (_, i) => ({
    good: i < sizes.good,
    facts: Object.fromEntries(ATTRIBUTES.map((one) => [one.key, valueOf(one)])),
  }))
}

/** The same accounts; so many of the good and of the bad ones have the value, and the others do not. */
export function planted(
  observations: readonly Observation[],
  attribute: string,
  shares: { good: number; bad: number },
): Observation[] {
  const random = randomOf(`plant ${attribute}`)
  return observations.map(({ good, facts }) => ({
    good,
    facts: { ...facts, [attribute]: random.chance(good ? shares.good : shares.bad) },
  }))
}
