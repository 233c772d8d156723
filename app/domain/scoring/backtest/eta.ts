/** Deliveries of which somebody knows whether they solved the need. */
export type Deliveries = { solved: number; unsolved: number }

/** Deliveries that must be known before eta is suggested. */
export const ETA_DELIVERIES = 10

const PRIOR = { solved: 4, unsolved: 1 }

/** Probability that a delivery solves the need: the mean of Beta(4, 1) after the deliveries known. */
export function suggestEta({ solved, unsolved }: Deliveries): number {
  const good = PRIOR.solved + solved
  return good / (good + PRIOR.unsolved + unsolved)
}
