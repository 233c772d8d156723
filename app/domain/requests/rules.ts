import { may, type Who } from '#app/auth/permissions.ts'
import { isExpired } from '#app/domain/scoring/hazards.ts'
import type { ModelParameters } from '#app/domain/scoring/parameters.ts'
import { requestKey } from '#app/lib/readable-id.ts'
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

/**
 * What a CSM can be asked: a reply, whether the claim still holds (before or after it stopped to count), whether the no
 * is accepted, whether it is solved.
 */
export const ASKS = ['reply', 'confirm', 'expired', 'accept', 'solved'] as const
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

/** Days after which a claim, of whatever importance, no longer counts unless it is confirmed again. */
export function expiresAfterDays(parameters: ModelParameters): number {
  let days = 0
  while (!isExpired(days, parameters)) days += 1
  return days
}

/** The moment of the last confirmation that is `days` old now. */
export function confirmedBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY)
}

function claimAsk(
  request: RequestStanding,
  now: Date,
  expiresAfter: number,
): 'confirm' | 'expired' | null {
  if (!canConfirm(request)) return null
  if (request.confirmedAt <= confirmedBefore(now, expiresAfter)) return 'expired'
  const importance = request.settledImportance ?? request.importance
  const isHeavy = importance === 'blocker' || importance === 'critical'
  const isDue = request.confirmedAt <= confirmedBefore(now, RECONFIRM_AFTER_DAYS)
  return isHeavy && isDue ? 'confirm' : null
}

/** Whether it is among what is asked that the claim is confirmed again. */
export function isClaimAsked(asks: readonly Ask[]): boolean {
  return asks.includes('confirm') || asks.includes('expired')
}

/**
 * What is asked of the CSM now.
 * @param expiresAfter days, of `expiresAfterDays`
 */
export function asksOf(request: RequestStanding, now: Date, expiresAfter: number): Ask[] {
  const claim = claimAsk(request, now, expiresAfter)
  const asked: Record<Ask, boolean> = {
    reply: request.state === 'waiting',
    confirm: claim === 'confirm',
    expired: claim === 'expired',
    accept: isDeclined(request) && request.noAcceptedAt === null,
    solved: isShipped(request) && request.solved === null,
  }
  return ASKS.filter((ask) => asked[ask])
}

/** Why a request can be corrected no more; null while it can. */
export function editRefusal({ id, state }: { id: number; state: RequestState }): string | null {
  return state === 'new' ? null : `${requestKey(id)} can be changed only while it is new in triage.`
}
