import { may, type Permission, type Who } from '#app/auth/permissions.ts'
import { SECTIONS, type SectionName } from './sections.ts'

const NEEDS: Record<SectionName, Permission> = {
  triage: 'request.triage',
  requests: 'request.submit',
  backlog: 'read',
  publications: 'read',
  accounts: 'read',
  profile: 'read',
  model: 'read',
  imports: 'import.run',
  people: 'people.manage',
  settings: 'settings.manage',
  audit: 'audit.read',
}

/** The sections that `who` may open, in the order of the rail. */
export function visibleSections(who: Who): SectionName[] {
  return SECTIONS.map((section) => section.name).filter((name) => may(who, NEEDS[name]))
}
