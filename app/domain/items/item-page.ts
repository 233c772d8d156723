import type { Comment } from '#app/domain/comments/comment.ts'
import type { Receipt } from '#app/domain/scoring/receipt.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import type { Evidence, HealthColour, Importance, RequestState } from '#db/constants.ts'

export const ITEM_TABS = ['receipt', 'requests', 'history', 'discussion'] as const
export type ItemTab = (typeof ITEM_TABS)[number]

/** The tab that an address names; the receipt when it names none. */
export function readTab(text: string | null): ItemTab {
  return ITEM_TABS.find((tab) => tab === text) ?? 'receipt'
}

/** Entries of the history that one look shows, and how many more each further one. */
export const TIMELINE_STEP = 100
const TIMELINE_MOST = 5_000

/** How many entries of the history an address asks for. */
export function readShown(text: string | null): number {
  const asked = Math.ceil(Number(text) / TIMELINE_STEP) * TIMELINE_STEP
  return asked > 0 ? Math.min(asked, TIMELINE_MOST) : TIMELINE_STEP
}

export type ItemRequest = {
  id: number
  title: string
  state: RequestState
  /** The CSM's. */
  importance: Importance
  productImportance: Importance | null
  settledImportance: Importance | null
  evidence: Evidence
  /** Product does not find it convincing. */
  doubted: boolean
  submittedBy: string
  /** When the claim was last confirmed: its age counts from here. */
  confirmedAt: Date
  /** It is the one whose claim the receipt counts. */
  counts: boolean
}

/** What one account asks for, and what it has at stake in all. */
export type AskingAccount = {
  id: number
  name: string
  health: HealthColour | null
  healthScore: number | null
  /** Base units a year of the contracts and deals on the receipt; null when it may not be seen, or nothing is. */
  atStake: number | null
  requests: ItemRequest[]
}

export type MergeScores = { from: number; intoBefore: number; intoAfter: number }

export type TimelineEntry = {
  key: string
  at: Date
  by: string | null
  /** A clause after the name: `moved ITEM-1 to next`. */
  what: string
  /** The reason. */
  words: string | null
  /** Scores around a merge, for whoever may see revenue. */
  scores: MergeScores | null
}

/** The newest first; `older` is how many to ask for to see older ones too, null when there are none. */
export type Timeline = { entries: TimelineEntry[]; older: number | null }

export type ProfileNamed = { id: number; line: string; number: number }

export type RankPoint = { date: IsoDate; rank: number }
/** Base units an engineer-week. */
export type ScorePoint = { date: IsoDate; value: number }

/** Place of the item in the last publication of its product line; rank null when it was not in it. */
export type PublishedRank = {
  publicationId: number
  number: number
  day: IsoDate
  rank: number | null
}

/** Another ranked item, whether it stands above, and the probability that the order of the two is the true one. */
export type Odds = {
  id: number
  title: string
  line: string
  /** Within its own product line. */
  rank: number
  above: boolean
  odds: number
}

/** What the open tab of an item shows. */
export type ItemTabContent =
  | {
      tab: 'receipt'
      receipt: Receipt | null
      /** The profiles in force, by which the fits in it are measured. */
      profiles: ProfileNamed[]
      trend: RankPoint[]
      published: PublishedRank | null
      /** The items one place above and below; null while it is not ranked. */
      rivals: Odds[] | null
    }
  | { tab: 'requests'; accounts: AskingAccount[] }
  | {
      tab: 'history'
      trend: RankPoint[]
      /** Empty for whoever may not see revenue. */
      scores: ScorePoint[]
      published: PublishedRank | null
      /** The items one place above and below; null while it is not ranked. */
      rivals: Odds[] | null
      timeline: Timeline
    }
  | { tab: 'discussion'; comments: Comment[]; people: string[] }
