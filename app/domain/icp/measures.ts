import { sum } from '#app/lib/numbers.ts'

import { FIT_BANDS, type FitBand } from './fit.ts'

/** How many accounts, and their ARR in base units a year; null for whoever may not see revenue. */
export type Size = { accounts: number; arr: number | null }

type Measurable = { arr: number | null; met: readonly (boolean | null)[]; fit: { band: FitBand } }

/** How accounts stand against criteria: by criterion, in their order, and by band. */
export function measureFits(fits: readonly Measurable[], criteria: readonly unknown[]) {
  const revenue = fits.every(({ arr }) => arr !== null)
  const sized = (has: (one: Measurable) => boolean): Size => {
    const own = fits.filter(has)
    return { accounts: own.length, arr: revenue ? sum(own.map(({ arr }) => arr ?? 0)) : null }
  }
  return {
    criteria: criteria.map((_, index) => ({
      met: sized(({ met }) => met[index] === true),
      unmet: sized(({ met }) => met[index] === false),
      unknown: sized(({ met }) => met[index] === null),
    })),
    bands: FIT_BANDS.map(([band]) => ({
      band,
      ...sized(({ fit }) => fit.band === band),
    })),
    all: sized(() => true),
  }
}
