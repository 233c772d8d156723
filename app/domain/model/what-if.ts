import type { ModelParameters } from '#app/domain/scoring/parameters.ts'

import type { AccountFacts, SupposedFits } from './account-facts.ts'
import type { AccountChanges } from './compare-accounts.ts'
import type { RankingChange } from './compare-rankings.ts'
import type { TotalChange } from './compare-totals.ts'

/** What is changed against the version in force and what is known. */
export type Supposition = {
  inForce: ModelParameters
  parameters: ModelParameters
  facts: AccountFacts | null
  /** Fits against another profile of a product line. */
  fits?: SupposedFits
}

/** What a supposition does. Accounts and totals are of all product lines. */
export type WhatIf = { ranking: RankingChange; accounts: AccountChanges; totals: TotalChange }
