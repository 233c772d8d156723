import { TeamDot } from '#app/components/team-dot.tsx'
import { SIGNING_TEAMS, type SigningTeam } from '#db/constants.ts'

/** How many of each team have finished; never who. */
export function Turnout({
  people,
}: {
  people: Record<SigningTeam, { asked: number; finished: number }>
}) {
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1">
      {SIGNING_TEAMS.map((team) => (
        <li key={team}>
          <TeamDot team={team} />{' '}
          <span className="text-muted">
            {people[team].finished} of {people[team].asked} have finished
          </span>
        </li>
      ))}
    </ul>
  )
}
