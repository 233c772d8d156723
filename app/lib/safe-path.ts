const HERE = 'http://here.invalid'

/**
 * The path, query and fragment of `next` when it stays on this site; otherwise `fallback`.
 * Browsers read `//host` and `/\host` as another site and skip tabs and newlines, so the URL parser decides.
 */
export function safePath(next: string | null | undefined, fallback = '/'): string {
  if (!next?.startsWith('/') || !URL.canParse(next, HERE)) return fallback
  const url = new URL(next, HERE)
  const path = `${url.pathname}${url.search}${url.hash}`
  // `/.//host` is of this origin, but its path alone, `//host`, is not.
  return url.origin === HERE && !path.startsWith('//') ? path : fallback
}
