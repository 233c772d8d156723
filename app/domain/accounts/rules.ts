import { may, type Who } from '#app/auth/permissions.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import type { HealthColour } from '#db/constants.ts'

export const SMALLEST_WEIGHT = 0.8
export const LARGEST_WEIGHT = 1.25

/** Whether somebody may edit the account with its contracts, opportunities and health. */
export function mayEditAccount(
  who: Who & { id: number },
  account: { ownerId: number | null },
): boolean {
  return may(who, 'account.edit') || (may(who, 'account.edit.own') && account.ownerId === who.id)
}

type Health = { healthScore: number | null; healthColour: HealthColour | null }

/** Green from 70, yellow from 40, red below. */
const BANDS = [
  ['green', 70],
  ['yellow', 40],
  ['red', 0],
] as const satisfies ReadonlyArray<readonly [HealthColour, number]>

/** What a colour alone counts as, 0 to 100. */
export const COLOUR_VALUES: Readonly<Record<HealthColour, number>> = {
  green: 80,
  yellow: 55,
  red: 25,
}

/** The band of an account's health; a score wins over a colour. Null when unknown. */
export function healthBand({ healthScore, healthColour }: Health): HealthColour | null {
  if (healthScore === null) return healthColour
  return BANDS.find(([, least]) => healthScore >= least)?.[0] ?? 'red'
}

/** Health as the score takes it, 0 to 100, or null when unknown. */
export function healthValue({ healthScore, healthColour }: Health): number | null {
  return healthScore ?? (healthColour ? COLOUR_VALUES[healthColour] : null)
}

/** The least score of a band and of the next one above it, for filters. */
export function bandRange(band: HealthColour): { from: number; below: number } {
  const index = BANDS.findIndex(([colour]) => colour === band)
  return { from: BANDS[index]?.[1] ?? 0, below: BANDS[index - 1]?.[1] ?? 101 }
}

/** The strategic weight that counts on a day: 1 once it has expired. The last day still counts. */
export function weightOn(
  account: { strategicWeight: number; strategicUntil: IsoDate | null },
  day: IsoDate,
): number {
  const expired = account.strategicUntil !== null && account.strategicUntil < day
  return expired ? 1 : account.strategicWeight
}

/** Whether `parentId` as the parent would put the account below itself. @param ancestors of that parent, itself included */
export function makesCycle(accountId: number, ancestors: readonly number[]): boolean {
  return ancestors.includes(accountId)
}
