import { criterionSchema, type Criterion } from './criteria.ts'

const PARAM = 'suggest'

/** Where a version is proposed to which a suggested criterion is added. */
export function suggestionHref(lineSlug: string, suggestion: Criterion): string {
  const search = new URLSearchParams({ line: lineSlug, [PARAM]: JSON.stringify(suggestion) })
  return `/profiles/new?${search}`
}

/** The suggested criterion that an address carries; null when there is none that makes sense. */
export function readSuggestion(search: URLSearchParams): Criterion | null {
  const parsed = criterionSchema.safeParse(readJson(search.get(PARAM)))
  return parsed.success ? parsed.data : null
}

function readJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}
