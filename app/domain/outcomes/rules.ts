import type { Money } from '#app/domain/money.ts'
import { addMonths, diffDays, type IsoDate } from '#app/lib/dates.ts'
import type { ContractOutcome } from '#db/constants.ts'

const YEAR = 12

/**
 * The renewal after this one: a term of whole months later, as long as the last one where the start tells it, else a
 * year. `2026-05-15` that began on `2024-05-15` renews on `2028-05-15` next.
 */
export function nextRenewal(renewsOn: IsoDate, startsOn: IsoDate | null): IsoDate {
  return addMonths(renewsOn, termMonths(renewsOn, startsOn))
}

/** Terms that contracts have; anything else is the time since the first of several terms. */
const TERMS = [1, 3, 6, 12, 24, 36]

function termMonths(renewsOn: IsoDate, startsOn: IsoDate | null): number {
  if (startsOn === null) return YEAR
  const found = TERMS.find(
    (months) => Math.abs(diffDays(addMonths(startsOn, months), renewsOn)) <= 1,
  )
  return found ?? YEAR
}

/**
 * The day from which a decision is about this renewal: half a term before it, and half a year at least. What was
 * decided earlier is nearer to the renewal before.
 */
export function decidedFrom(renewsOn: IsoDate, startsOn: IsoDate | null): IsoDate {
  return addMonths(renewsOn, -Math.max(YEAR, termMonths(renewsOn, startsOn)) / 2)
}

/** Why an amount does not fit how it was decided; null when it does. Both are of one currency. */
export function amountProblem(
  outcome: ContractOutcome,
  after: Money,
  before: Money,
): string | null {
  const { minor } = after
  switch (outcome) {
    case 'renewed':
      return minor === before.minor ? null : 'A renewed contract is worth the same as before.'
    case 'expanded':
      return minor > before.minor ? null : 'An expanded contract is worth more than before.'
    case 'contracted':
      return minor < before.minor && minor > 0
        ? null
        : 'A contracted one is worth less than before, and more than nothing.'
    case 'churned':
      return minor === 0 ? null : 'Nothing is left of a contract that churned.'
  }
}

/** Part of the money that was lost, 0 to 1; null where nobody knew the amounts, or there was none to lose. */
export function lostShare(before: number | null, after: number | null): number | null {
  if (before === null || after === null || before === 0) return null
  return Math.max(0, 1 - after / before)
}
