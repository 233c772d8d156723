import type { Context } from '#app/domain/context.ts'

import { accountBatch } from './account-batch.server.ts'
import type { Batch, BatchRow, ImportScope } from './batch.ts'
import { contractBatch } from './contract-batch.server.ts'
import { opportunityBatch } from './opportunity-batch.server.ts'
import { outcomeBatch } from './outcome-batch.server.ts'
import { requestBatch } from './request-batch.server.ts'

const BATCHES = {
  accounts: accountBatch,
  contracts: contractBatch,
  opportunities: opportunityBatch,
  requests: requestBatch,
  outcomes: outcomeBatch,
} as const

/** Rows that one transaction deals with. */
export const BATCH_SIZE = 500

/**
 * Some rows of an import beside what is here.
 *
 * @param lock keeps others from changing the records until the transaction ends
 */
export function openBatch(
  ctx: Context,
  scope: ImportScope,
  rows: readonly BatchRow[],
  { lock }: { lock: boolean },
): Promise<Batch> {
  return BATCHES[scope.settings.mapping.kind](ctx, scope, rows, lock)
}
