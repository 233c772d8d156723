import type { Role } from '#db/constants.ts'

/** Roles as people read them. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  viewer: 'Viewer',
  contributor: 'Contributor',
  manager: 'Manager',
  admin: 'Admin',
}

export const ROLE_MEANINGS: Readonly<Record<Role, string>> = {
  viewer: 'Reads',
  contributor: 'Does the work of the team: submits, triages, edits',
  manager: 'Also settles importance, publishes, approves, imports',
  admin: 'Also people and settings; approves nothing by that alone',
}
