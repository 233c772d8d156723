/** `REQ-142`, as people write it. */
export function requestKey(id: number): string {
  return `REQ-${id}`
}

/** `ITEM-17`, as people write it. */
export function itemKey(id: number): string {
  return `ITEM-${id}`
}

const SHAPE = /^(req|item)[-\s]?(\d{1,9})$/i

/** Reads `REQ-142`, `item 17` and the like; null for anything else. */
export function parseKey(text: string): { kind: 'request' | 'item'; id: number } | null {
  const match = SHAPE.exec(text.trim())
  if (!match) return null
  return {
    kind: match[1]?.toLowerCase() === 'req' ? 'request' : 'item',
    id: Number(match[2]),
  }
}
