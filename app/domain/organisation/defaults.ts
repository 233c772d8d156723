import type { ResponseTargets } from './schemas.ts'

/** Working days until the first answer, until an admin says otherwise. */
export const DEFAULT_RESPONSE_TARGETS: ResponseTargets = {
  blocker: 1,
  critical: 2,
  major: 5,
  minor: 10,
}
