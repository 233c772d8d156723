import type { Permission } from '#app/auth/permissions.ts'

/** Either lets somebody edit accounts; whether this one is theirs to edit is the command's question. */
export const EDIT: readonly Permission[] = ['account.edit', 'account.edit.own']
