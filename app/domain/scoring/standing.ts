import { OPEN_ITEM_STATUSES, type ItemStatus } from '#db/constants.ts'

import type { AccountRecord, ItemRecord, RequestRecord } from './records.ts'
import type { Standing } from './types.ts'

const OPEN: readonly ItemStatus[] = OPEN_ITEM_STATUSES

/** Whether an item can still be delivered, and so is scored. */
export function isOpenItem({ status }: Pick<ItemRecord, 'status'>): boolean {
  return OPEN.includes(status)
}

type Answerable = Pick<RequestRecord, 'state' | 'noAccepted' | 'solved'>

/** A "no" makes no customer safer, until they accept it. */
const afterNo = ({ noAccepted }: Answerable): Standing | null => (noAccepted ? null : 'declined')

/**
 * Whether a request counts, and what can still become of it; null when it does not count.
 * Without an item it waits, and only a declined one counts. With an item it counts whatever triage has still to say
 * of it: "same as" scores at once.
 */
export function requestStanding(
  request: Answerable,
  item: Pick<ItemRecord, 'status'> | undefined,
): Standing | null {
  if (request.state === 'answered' || request.state === 'duplicate') return null
  if (request.state === 'declined') return afterNo(request)
  if (!item) return null
  if (isOpenItem(item)) return 'open'
  if (item.status === 'declined') return afterNo(request)
  if (request.solved === null) return 'shipped'
  return request.solved ? null : 'unsolved'
}

/**
 * Whether a request uses the blocker budget of its submitter: their own word, not a manager's, on an item that can still
 * be delivered, at an account that is still there to lose.
 */
export function isClaimedBlocker(
  request: Answerable & Pick<RequestRecord, 'importance' | 'settledImportance'>,
  account: Pick<AccountRecord, 'lifecycle'>,
  item: Pick<ItemRecord, 'status'> | undefined,
): boolean {
  return (
    request.importance === 'blocker' &&
    request.settledImportance === null &&
    account.lifecycle !== 'churned' &&
    requestStanding(request, item) === 'open'
  )
}
