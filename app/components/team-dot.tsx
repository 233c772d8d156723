import { cx } from '#app/lib/class-names.ts'
import type { Team } from '#db/constants.ts'

const TEAM_LOOKS: Record<Team, { word: string; dot: string }> = {
  cs: { word: 'Customer Success', dot: 'bg-cs' },
  product: { word: 'Product', dot: 'border-2 border-product' },
  other: { word: 'Other', dot: 'border border-dashed border-control' },
}

/** The team's name as it is written everywhere. */
export function teamWord(team: Team): string {
  return TEAM_LOOKS[team].word
}

/** A team: Customer Success a filled teal dot, Product a hollow violet one, with the name unless it stands beside it. */
export function TeamDot({ team, wordless = false }: { team: Team; wordless?: boolean }) {
  const { word, dot } = TEAM_LOOKS[team]
  return (
    <span className="inline-flex items-baseline gap-1.5 whitespace-nowrap">
      <span aria-hidden className={cx('size-2 shrink-0 self-center rounded-full', dot)} />
      <span className={wordless ? 'sr-only' : undefined}>{word}</span>
    </span>
  )
}
