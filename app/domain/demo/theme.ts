import type { Step } from '#app/domain/items/words.ts'
import type { Confidence, CostSize, ItemType, Lane } from '#db/constants.ts'

import type { AreaKey } from './company.ts'
import type { Pm, StaffKey } from './people.ts'

/** A change of status: to where, how many working days before now, why. */
export type Move = readonly [to: Step, ago: number, reason: string]

/** When it is expected: calendar days from now, or quarters from the present one. */
export type Expectation = { ago: number; confidence: Confidence } & (
  { inDays: number } | { inQuarters: number }
)

/** A comment: by whom, how many working days before now, what. */
export type Remark = readonly [by: StaffKey, ago: number, body: string]

/** An item of the backlog and what its customers say; `{slots}` are filled anew for every request. */
export type Theme = {
  key: string
  title: string
  about: string
  area: AreaKey
  type: ItemType
  pm: Pm | null
  /** Engineer-weeks as low, likely and high, or a size; null while nobody estimated it. */
  cost: readonly [number, number, number] | CostSize | null
  lane?: Lane
  /** How many requests ask for it. */
  asks: number
  /** Working days before now on which it became an item. */
  since: number
  /** How much it matters to those who ask, beyond the usual. */
  weight?: 'heavy' | 'light'
  /** Only accounts that pay in this currency ask for it. */
  market?: 'TRY'
  moves?: readonly Move[]
  ships?: readonly Expectation[]
  tracker?: string
  remarks?: readonly Remark[]
  words: readonly string[]
}
