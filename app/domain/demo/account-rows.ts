import type { Lifecycle } from '#db/constants.ts'

import type { Csm } from './people.ts'

export type Industry = 'Logistics' | 'Retail' | 'Financial services' | 'Manufacturing' | 'Wholesale'
export type Size = 'S' | 'M' | 'L' | 'XL'

/** What sets an account apart from the others of its kind. */
export type Traits = {
  /** Name of its parent, which stands before it in the list. */
  parent?: string
  /** The parent's contract covers it, so it has none of its own. */
  covered?: boolean
  lifecycle?: Exclude<Lifecycle, 'active'>
  /** Health as it is now, instead of a drawn one. */
  health?: number
  /** Calendar days until the first contract renews. */
  renewsIn?: number
}

/** An account of the demo company, in one line. */
export type AccountRow = readonly [
  name: string,
  industry: Industry,
  size: Size,
  owner: Csm | null,
  traits?: Traits,
]
