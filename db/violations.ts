/**
 * Whether a write failed on a unique index or constraint of this name, so that a command can say which
 * value is taken instead of asking beforehand and losing the race.
 */
export function violates(error: unknown, constraint: string): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return (
    cause instanceof Error &&
    'code' in cause &&
    cause.code === '23505' &&
    'constraint_name' in cause &&
    cause.constraint_name === constraint
  )
}
