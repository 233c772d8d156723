import { groupBy } from '#app/lib/group-by.ts'
import { sumOf } from '#app/lib/numbers.ts'
import { EVIDENCES, IMPORTANCES, type Evidence, type Importance } from '#db/constants.ts'

import type { Peer, PeerAccount, PeerBacklog, PeerRequest } from './types.ts'

/** One account that asks for an item: its heaviest importance and its strongest evidence. */
export type Asking = { account: PeerAccount; importance: Importance; evidence: Evidence }

/** Who asks, each account once. */
export function askingAccounts(
  requests: readonly PeerRequest[],
  { accounts }: Pick<PeerBacklog, 'accounts'>,
): Asking[] {
  return [...groupBy(requests, (request) => request.accountId)].flatMap(([id, own]) => {
    const account = accounts.get(id)
    const importance = IMPORTANCES.find((one) => own.some((request) => request.importance === one))
    const evidence = EVIDENCES.findLast((one) => own.some((request) => request.evidence === one))
    return account && importance && evidence ? [{ account, importance, evidence }] : []
  })
}

/** For peers that count the whole ARR of whoever asks. */
export const ARR: NonNullable<Peer['revenue']> = { of: ({ arr }) => arr, word: 'ARR' }

/** Whole ARR of the accounts, each once. */
export function arrOfAsking(asking: readonly Asking[]): number {
  return sumOf(asking, ({ account }) => account.arr)
}

/** Mean of a figure; 0 of nothing. */
export function meanOf<T>(values: readonly T[], figureOf: (value: T) => number): number {
  return values.length === 0 ? 0 : sumOf(values, figureOf) / values.length
}
