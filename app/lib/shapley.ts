/**
 * Shapley value of each player: what it adds to a coalition, averaged over all orders of joining. The values add up to
 * the worth of all players less that of none; a player that never changes anything gets 0.
 * `worth` is asked once for each of the `2^n` coalitions.
 * Source: L. S. Shapley, A Value for n-Person Games (1953).
 */
export function shapley<T>(
  players: readonly T[],
  worth: (coalition: ReadonlySet<T>) => number,
): Map<T, number> {
  const n = players.length
  const worths = Array.from({ length: 2 ** n }, (_, mask) =>
    worth(new Set(players.filter((_, i) => (mask >> i) & 1))),
  )
  const weights = joiningWeights(n)
  return new Map(
    players.map((player, i): [T, number] => {
      let value = 0
      for (let mask = 0; mask < worths.length; mask++) {
        if ((mask >> i) & 1) continue
        const gain = (worths[mask | (1 << i)] ?? 0) - (worths[mask] ?? 0)
        value += (weights[bits(mask)] ?? 0) * gain
      }
      return [player, value]
    }),
  )
}

/** Of all orders of `n` players, the share in which just these `size` ones come before a given other: s!(n-s-1)!/n!. */
function joiningWeights(n: number): number[] {
  const weights: number[] = []
  for (let size = 0; size < n; size++) {
    weights.push(size === 0 ? 1 / n : ((weights[size - 1] ?? 0) * size) / (n - size))
  }
  return weights
}

function bits(mask: number): number {
  let count = 0
  for (let rest = mask; rest > 0; rest &= rest - 1) count += 1
  return count
}
