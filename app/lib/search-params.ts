type Value = string | number | readonly string[] | null

/**
 * The query string with some names replaced: null takes a name off, a list repeats it. Begins with `?`, or is `?`
 * alone when nothing is left, so that it always leads to the same path.
 */
export function changeParams(
  search: URLSearchParams,
  changes: Readonly<Record<string, Value>>,
): string {
  const next = new URLSearchParams(search)
  for (const [name, value] of Object.entries(changes)) {
    next.delete(name)
    for (const one of Array.isArray(value) ? value : value === null ? [] : [value]) {
      next.append(name, String(one))
    }
  }
  return `?${next}`
}
