import type { Role, Team, Theme } from '#db/constants.ts'
import type { SectionName } from './sections.ts'

export type ShellUser = { name: string; team: Team; role: Role }
export type ShellLine = { slug: string; name: string }

/** What changes while one works on something else. */
export type RailCounts = {
  counts: Partial<Record<SectionName, number | string | null>>
  /** Sections in which something waits for the person. */
  waiting: readonly SectionName[]
  /** Unread mentions of the person. */
  mentions: number
}

/** What the frame around every page is told. */
export type ShellProps = RailCounts & {
  organisation: string
  user: ShellUser
  theme: Theme
  productLines: readonly ShellLine[]
  /** Slug of the line in view; null for all of them. */
  currentLine: string | null
  /** Sections the person may open. */
  sections: readonly SectionName[]
  maySubmit: boolean
}
