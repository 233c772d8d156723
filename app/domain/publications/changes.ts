import type { PublicationChange, PublicationContent, PublishedItem } from './content.ts'

type Before = Pick<PublicationContent, 'items'> | null
type After = Pick<PublicationContent, 'items' | 'shipped' | 'declined'>

/** A smaller part of the value than this is no reason. */
const SLIGHT = 0.01

type Reason = { words: string; lifts: boolean }

/** What is different about an item itself, and whether that lifts its rank or lowers it. */
function reasonsOf(before: PublishedItem, after: PublishedItem): Reason[] {
  const asked = after.accounts.length - before.accounts.length
  const reasons: Reason[] = []
  if (asked > 0) {
    const words = asked === 1 ? 'one more account asks' : `${asked} more accounts ask`
    reasons.push({ words, lifts: true })
  }
  if (asked < 0) {
    const words = asked === -1 ? 'one account less asks' : `${-asked} accounts less ask`
    reasons.push({ words, lifts: false })
  }
  if (before.costMean !== after.costMean) {
    const lifts = after.costMean < before.costMean
    const [from, to] = [before.costMean.toFixed(1), after.costMean.toFixed(1)]
    const words = `its estimate ${lifts ? 'fell' : 'rose'} from ${from} to ${to} weeks`
    reasons.push({ words, lifts })
  }
  if (asked === 0 && relativeChange(before.value, after.value) > SLIGHT) {
    const lifts = after.value > before.value
    reasons.push({ words: lifts ? 'more hangs on it' : 'less hangs on it', lifts })
  }
  return reasons
}

/** Why a rank moved, from what the two publications themselves hold: what is different and points the way it went. */
function why(before: PublishedItem | undefined, after: PublishedItem, rose: boolean): string {
  if (!before) return 'New since then.'
  const own = reasonsOf(before, after).filter(({ lifts }) => lifts === rose)
  const others = rose ? 'others fell behind' : 'others moved past it'
  const sentence = own.length > 0 ? own.map(({ words }) => words).join('; ') : others
  return `${sentence[0]?.toUpperCase() ?? ''}${sentence.slice(1)}.`
}

function relativeChange(before: number, after: number): number {
  const larger = Math.max(before, after)
  return larger === 0 ? 0 : Math.abs(after - before) / larger
}

/**
 * What is different between two publications of a product line: first what moved in rank, the largest moves first,
 * then what shipped, was declined, or left the backlog otherwise (merged, moved to another line). The sentences name
 * no account and no money, because secret links show them.
 */
export function publicationChanges(before: Before, after: After): PublicationChange[] {
  if (!before) return []
  const then = new Map(before.items.map((item) => [item.itemId, item]))
  const now = new Map(after.items.map((item) => [item.itemId, item]))
  const ended = new Set([...after.shipped, ...after.declined].map((item) => item.itemId))

  const moved = after.items
    .flatMap((item): PublicationChange[] => {
      const from = then.get(item.itemId)?.rank ?? null
      const to = item.rank
      const known = then.get(item.itemId)
      if (known && from === to) return []
      if (known && (from === null || to === null)) return []
      const kind = !known ? 'new' : (from ?? 0) > (to ?? 0) ? 'up' : 'down'
      return [
        {
          itemId: item.itemId,
          title: item.title,
          kind,
          from,
          to,
          why: why(known, item, kind === 'up'),
        },
      ]
    })
    .sort((a, b) => distance(b) - distance(a) || (a.to ?? Infinity) - (b.to ?? Infinity))
  const shipped = after.shipped.map((item) => closing(item, 'shipped', then, item.reason))
  const declined = after.declined.map((item) => closing(item, 'declined', then, item.reason))
  const gone = before.items
    .filter((item) => !now.has(item.itemId) && !ended.has(item.itemId))
    .map((item) => closing(item, 'gone', then, 'Merged into another item, or moved elsewhere.'))
  return [...moved, ...shipped, ...declined, ...gone]
}

function distance({ from, to }: PublicationChange): number {
  return from === null || to === null ? 0 : Math.abs(from - to)
}

function closing(
  item: { itemId: number; title: string },
  kind: 'shipped' | 'declined' | 'gone',
  then: ReadonlyMap<number, PublishedItem>,
  reason: string,
): PublicationChange {
  const from = then.get(item.itemId)?.rank ?? null
  return { itemId: item.itemId, title: item.title, kind, from, to: null, why: reason }
}
