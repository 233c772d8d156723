/**
 * The records that would lie below themselves.
 *
 * @param parents each record's parent, by keys of any kind
 */
export function findCircles<K>(parents: ReadonlyMap<K, K>): Set<K> {
  const settled = new Set<K>()
  const inCircle = new Set<K>()
  for (const start of parents.keys()) {
    const path: K[] = []
    const onPath = new Map<K, number>()
    let key: K | undefined = start
    while (key !== undefined && !settled.has(key) && !onPath.has(key)) {
      onPath.set(key, path.length)
      path.push(key)
      key = parents.get(key)
    }
    const from = key === undefined ? undefined : onPath.get(key)
    if (from !== undefined) for (const member of path.slice(from)) inCircle.add(member)
    for (const member of path) settled.add(member)
  }
  return inCircle
}
