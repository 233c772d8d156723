import type { Team } from '#db/constants.ts'

import type { Piece } from './mentions.ts'

export type Comment = {
  id: number
  at: Date
  by: string
  team: Team
  pieces: Piece[]
}

/** A comment on a version of a profile; the criterion is as it was called in the text that was read. */
export type ProfileComment = Comment & {
  textVersion: number
  criterionKey: string | null
  criterionLabel: string | null
}
