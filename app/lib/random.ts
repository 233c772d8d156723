/** Numbers that look random and are the same for the same seed. */
export type Random = {
  /** From 0 up to, but not including, 1. */
  next: () => number
  /** A whole number from `low` to `high`, both included. */
  int: (low: number, high: number) => number
  /** True with the probability given. */
  chance: (probability: number) => boolean
  /** One of the values. Throws when there is none. */
  pick: <T>(values: readonly T[]) => T
  /** One of the values by its weight; a weight of 0 is never picked. */
  weigh: <T>(choices: ReadonlyArray<readonly [value: T, weight: number]>) => T
  /** The values in another order. */
  shuffle: <T>(values: readonly T[]) => T[]
}

/** Source: mulberry32, T. Ettinger (public domain), with the seed hashed by FNV-1a. Not for secrets. */
export function randomOf(seed: string): Random {
  let state = 0x811c9dc5
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(values: readonly T[]): T => {
    const chosen = int(0, values.length - 1)
    for (const [index, value] of values.entries()) if (index === chosen) return value
    throw new RangeError('There is nothing to pick from')
  }
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick,
    weigh: (choices) => {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of choices) {
        if (left < weight) return value
        left -= weight
      }
      return pick(choices.filter(([, weight]) => weight > 0))[0]
    },
    shuffle: (values) =>
      values
        .map((value) => ({ value, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ value }) => value),
  }
}
