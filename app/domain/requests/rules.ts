import { may, type Who } from '#app/auth/permissions.ts'
import type { Importance, ItemStatus, RequestState } from '#db/constants.ts'

/** Days after which a claim of blocker or critical asks to be confirmed again. */
export const RECONFIRM_AFTER_DAYS = 90

const DAY = 86_400_000

/** Whether somebody speaks for the customer here: the submitter, the account's owner, a manager of CS. */
export function maySpeakFor(
  who: Who & { id: number },
  request: { submittedBy: number; accountOwnerId: number | null },
): boolean {
  if (!may(who, 'request.reply')) return false
  return (
    request.submittedBy === who.id ||
    request.accountOwnerId === who.id ||
    (who.role === 'manager' && who.team === 'cs')
  )
}

/** What decides which answers are open to the CSM. */
export type RequestStanding = {
  state: RequestState
  importance: Importance
  settledImportance: Importance | null
  confirmedAt: Date
  noAcceptedAt: Date | null
  solved: boolean | null
  itemStatus: ItemStatus | null
}

/** What a CSM can be asked: a reply, whether the claim still holds, whether the no is accepted, whether it is solved. */
export const ASKS = ['reply', 'confirm', 'accept', 'solved'] as const
export type Ask = (typeof ASKS)[number]

/** Declined itself, or linked to an item that is. */
export function isDeclined({
  state,
  itemStatus,
}: Pick<RequestStanding, 'state' | 'itemStatus'>): boolean {
  return state === 'declined' || (state === 'linked' && itemStatus === 'declined')
}

/** Linked to an item that is shipped. */
export function isShipped({
  state,
  itemStatus,
}: Pick<RequestStanding, 'state' | 'itemStatus'>): boolean {
  return state === 'linked' && itemStatus === 'shipped'
}

/** Whether the claim still counts, so that confirming it keeps its weight. */
export function canConfirm(request: RequestStanding): boolean {
  if (request.state === 'answered' || request.state === 'duplicate') return false
  if (isDeclined(request)) return request.noAcceptedAt === null
  return !isShipped(request) || request.solved !== true
}

/** When a claim of blocker or critical is next asked about; null for the others. */
export function confirmDueAt(
  request: Pick<RequestStanding, 'importance' | 'settledImportance' | 'confirmedAt'>,
): Date | null {
  const importance = request.settledImportance ?? request.importance
  if (importance !== 'blocker' && importance !== 'critical') return null
  return new Date(request.confirmedAt.getTime() + RECONFIRM_AFTER_DAYS * DAY)
}

/** What is asked of the CSM now. */
export function asksOf(request: RequestStanding, now: Date): Ask[] {
  const due = confirmDueAt(request)
  const asked: Record<Ask, boolean> = {
    reply: request.state === 'waiting',
    confirm: due !== null && due <= now && canConfirm(request),
    accept: isDeclined(request) && request.noAcceptedAt === null,
    solved: isShipped(request) && request.solved === null,
  }
  return ASKS.filter((ask) => asked[ask])
}
