import type { CriterionKind } from '#db/constants.ts'

/** What a criterion does, as it is chosen and shown. */
export const CRITERION_WORDS: Readonly<Record<CriterionKind, string>> = {
  points: 'Points',
  must_have: 'Must have',
  exclusion: 'Exclude',
}
