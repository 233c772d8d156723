import { FIT_BANDS, type FitBand } from '#app/domain/icp/fit.ts'

export const BAND_WORDS: Readonly<Record<FitBand, string>> = {
  ideal: 'Ideal',
  good: 'Good',
  fair: 'Fair',
  poor: 'Poor',
}

/** The fits of a band in words: `0.60 to 0.75`. */
export function rangeText(band: FitBand): string {
  const index = FIT_BANDS.findIndex(([one]) => one === band)
  const [least, below] = [FIT_BANDS[index]?.[1] ?? 0, FIT_BANDS[index - 1]?.[1]]
  if (below === undefined) return `${least.toFixed(2)} and up`
  return least === 0 ? `below ${below.toFixed(2)}` : `${least.toFixed(2)} to ${below.toFixed(2)}`
}
