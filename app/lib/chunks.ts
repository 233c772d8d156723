/** Runs `work` on consecutive pieces of `values`, each of at most `size`, one after the other; none for an empty list. */
export async function inChunks<T>(
  values: readonly T[],
  size: number,
  work: (chunk: T[]) => PromiseLike<unknown>,
): Promise<void> {
  for (let start = 0; start < values.length; start += size) {
    await work(values.slice(start, start + size))
  }
}
