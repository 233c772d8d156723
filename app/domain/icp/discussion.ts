import type { ProfileComment } from '#app/domain/comments/comment.ts'
import { groupBy } from '#app/lib/group-by.ts'

/** What is said of one criterion; of the whole version where there is no key. */
type Thread = {
  key: string | null
  label: string
  gone: boolean
  comments: ProfileComment[]
}

/**
 * The comments by what they are about: first the whole, then the criteria in their order, then those that a later text
 * no longer has, by the name they had last.
 */
export function threadsOf(
  comments: readonly ProfileComment[],
  criteria: readonly { key: string; label: string }[],
): Thread[] {
  const byKey = groupBy(comments, ({ criterionKey }) => criterionKey)
  const here = new Set(criteria.map(({ key }) => key))
  const threads: Thread[] = [
    { key: null, label: 'The whole profile', gone: false, comments: byKey.get(null) ?? [] },
    ...criteria.map(({ key, label }) => ({
      ...{ key, label, gone: false },
      comments: byKey.get(key) ?? [],
    })),
  ]
  for (const [key, own] of byKey) {
    if (key === null || here.has(key)) continue
    threads.push({ key, label: own.at(-1)?.criterionLabel ?? '', gone: true, comments: own })
  }
  return threads.filter((thread) => thread.comments.length > 0)
}
