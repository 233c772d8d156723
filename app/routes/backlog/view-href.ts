import { z } from 'zod'

/** The product line in sight, which the forms of views carry along. */
export const inLine = { line: z.string().max(100).default('') }

/** The backlog as a view shows it, for the product line that is in sight; `more` is for the page alone. */
export function viewHref(query: string, line: string, more: Record<string, string> = {}): string {
  const params = new URLSearchParams(query)
  for (const [name, value] of Object.entries({ line, ...more })) if (value) params.set(name, value)
  return `/backlog?${params}`
}
