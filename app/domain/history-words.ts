import { formatMoney, type Money } from '#app/domain/money.ts'
import { formatDay, isIsoDate } from '#app/lib/dates.ts'

const WORDS: Readonly<Record<string, string>> = {
  accountId: 'account',
  parentId: 'parent account',
  ownerId: 'owner',
  submittedBy: 'submitter',
  productLineId: 'product line',
  areaId: 'area',
  itemId: 'item',
  shipDate: 'ship date',
  trackerUrl: 'tracker link',
  contractId: 'matched contract',
  startsOn: 'start',
  renewsOn: 'renewal date',
  endedOn: 'end',
  closesOn: 'close date',
  noticeDays: 'notice days',
  autoRenew: 'automatic renewal',
  covers: 'covered accounts',
  strategicReason: 'reason of the weight',
  strategicUntil: 'end of the weight',
  externalIds: 'external ids',
}

/** Fields whose values are codes, such as `in_progress`. */
const CODED: ReadonlySet<string> = new Set(['type', 'state', 'status', 'evidence', 'source'])

/** The field as it is called on screen: `renewsOn` is `renewal date`, `healthScore` is `health score`. */
export function fieldWords(field: string): string {
  return WORDS[field] ?? field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value
}

/** A kept value as a person reads it; null when there was none. Numbers of records are named by `nameOf`. */
export function valueText(
  field: string,
  value: unknown,
  nameOf: (field: string, id: number) => string | undefined,
): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) {
    const parts = value.flatMap((one: unknown) => valueText(field, one, nameOf) ?? [])
    return parts.length > 0 ? parts.join(', ') : null
  }
  if (isMoney(value)) return formatMoney(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return nameOf(field, value) ?? String(value)
  if (typeof value !== 'string') return JSON.stringify(value)
  if (isIsoDate(value)) return formatDay(value)
  return CODED.has(field) ? value.replaceAll('_', ' ') : value
}
