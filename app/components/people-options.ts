import { teamWord } from '#app/components/team-dot.tsx'
import { ROLE_MEANINGS, ROLE_WORDS } from '#app/domain/people/roles.ts'
import { ROLES, TEAMS } from '#db/constants.ts'

/** Roles to choose from, each with what it means. */
export const ROLE_OPTIONS = ROLES.map((role) => ({
  value: role,
  label: ROLE_WORDS[role],
  description: ROLE_MEANINGS[role],
}))

/** Teams to choose from. */
export const TEAM_OPTIONS = TEAMS.map((team) => ({ value: team, label: teamWord(team) }))
