import type { RouteConfigEntry } from '@remix-run/route-config'

import routes from '#app/routes.ts'

/** The address patterns of every page of app/routes.ts, such as `/items/:id/edit`; what only answers (a `.ts`) is no page. */
export function pagePatterns(): string[] {
  return [...new Set(routes.flatMap((entry) => patternsOf(entry, '')))]
}

function patternsOf(
  { path, index, file, children = [] }: RouteConfigEntry,
  base: string,
): string[] {
  const pattern = path ? `${base}/${path}` : base
  const isPage = file.endsWith('.tsx') && (path !== undefined || index === true)
  return [...(isPage ? [pattern] : []), ...children.flatMap((child) => patternsOf(child, pattern))]
}
