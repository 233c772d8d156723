import { toScoreInput } from '#app/domain/scoring/gather.ts'
import type { ModelParameters } from '#app/domain/scoring/parameters.ts'
import type { Records } from '#app/domain/scoring/records.ts'
import { scoreBacklog } from '#app/domain/scoring/score.ts'
import type { ScoreResult } from '#app/domain/scoring/types.ts'
import type { IsoDate } from '#app/lib/dates.ts'

import { supposing, type AccountFacts } from './account-facts.ts'
import type { AccountChanges } from './compare-accounts.ts'
import type { RankingChange } from './compare-rankings.ts'
import type { TotalChange } from './compare-totals.ts'

/** What is changed against the version in force and what is known. */
export type Supposition = {
  inForce: ModelParameters
  parameters: ModelParameters
  facts: AccountFacts | null
}

/** What a supposition does. Accounts and totals are of all product lines. */
export type WhatIf = { ranking: RankingChange; accounts: AccountChanges; totals: TotalChange }

/** The scores of the records as they are, and as they would be. */
export function scoreBoth(
  records: Records,
  { inForce, parameters, facts }: Supposition,
  today: IsoDate,
): readonly [before: ScoreResult, after: ScoreResult] {
  const known = toScoreInput(records, today)
  const supposed = facts ? toScoreInput(supposing(records, facts), today) : known
  return [
    scoreBacklog({ today, parameters: inForce, input: known }),
    scoreBacklog({ today, parameters, input: supposed }),
  ]
}
