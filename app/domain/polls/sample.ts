import { groupBy } from '#app/lib/group-by.ts'
import { randomOf } from '#app/lib/random.ts'

/** Accounts that everybody rates; fewer where the book is smaller. */
export const SAMPLE_SIZE = 24

/** An account that could be drawn: how it stands against the profile, which nobody who rates it is shown. */
export type Candidate = { id: number; band: string; unknown: boolean }

/**
 * Draws the accounts of a poll in the order in which they are kept. Every band of fit, with and without unknown facts,
 * gives as many as any other until it has no more, so that the rare kinds are rated too.
 * @param seed the same seed draws the same accounts, however the candidates are ordered
 */
export function drawSample(candidates: readonly Candidate[], seed: string): number[] {
  const random = randomOf(seed)
  const ordered = [...candidates].sort((a, b) => a.id - b.id)
  const kinds = groupBy(random.shuffle(ordered), ({ band, unknown }) => `${band} ${unknown}`)
  const turns = [...kinds.values()].flatMap((own) => own.map(({ id }, turn) => ({ id, turn })))
  const drawn = turns.sort((a, b) => a.turn - b.turn).slice(0, SAMPLE_SIZE)
  return random.shuffle(drawn.map(({ id }) => id))
}

/** The accounts in the order in which one person rates them, so that no account is always the last. */
export function orderFor(accountIds: readonly number[], seed: string, personId: number): number[] {
  return randomOf(`${seed} ${personId}`).shuffle(accountIds)
}

/**
 * Where somebody goes on after an account: the next one without an answer, from the start again after the last.
 * @returns its place from 1; null when all are answered
 */
export function nextUnanswered(
  progress: readonly { rating: number | null | undefined }[],
  after: number,
): number | null {
  const open = progress.flatMap(({ rating }, i) => (rating === undefined ? [i + 1] : []))
  return open.find((place) => place > after) ?? open[0] ?? null
}
