import { LOSSES, NEW_AMOUNTS } from '#app/domain/outcomes/schemas.ts'
import { parseKey } from '#app/lib/readable-id.ts'

import type { RowContext } from './row-context.ts'

/** What a row makes of how a renewal was decided. */
export function outcomes(context: RowContext): Record<string, unknown> {
  const v = context.values
  const named =
    v.contract_external_id ?? v.account_external_id ?? v.account_domain ?? v.account_name
  if (typeof named !== 'string') {
    context.refuse('contract_external_id', 'The row names neither a contract nor an account.')
  }
  const isOneOf = (list: readonly string[]) => list.some((outcome) => outcome === v.outcome)
  const isLoss = isOneOf(LOSSES)
  if (isLoss && v.reason === undefined) context.refuse('reason', 'Say why.')
  if (!isLoss && v.reason !== undefined) {
    context.refuse('reason', 'Only what contracted or churned has a reason.')
  }
  if (isOneOf(NEW_AMOUNTS) && v.amount === undefined) {
    context.refuse('amount', 'Enter the new amount.')
  }
  return {
    externalId: `${String(named)} ${String(v.decided_on)}`,
    contractExternalId: v.contract_external_id,
    account: context.account(),
    decidedOn: v.decided_on,
    outcome: v.outcome,
    amount: context.money('amount', 'year'),
    reason: v.reason,
    itemId: itemOf(context),
    note: v.note,
  }
}

function itemOf(context: RowContext): number | undefined {
  const { item, reason } = context.values
  if (typeof item !== 'string') return undefined
  if (reason !== 'product_gap') {
    context.refuse('item', 'An item is named only where the reason is a product gap.')
  }
  const key = parseKey(item)
  if (key?.kind === 'item') return key.id
  context.refuse('item', `“${item}” is no item. Write it as ITEM-17.`)
  return undefined
}
