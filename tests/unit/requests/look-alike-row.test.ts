import { describe, expect, it } from 'vitest'
import { arrangeLookAlikes, type LookAlikeRow } from '#app/domain/requests/look-alike-row.ts'

const item = (id: number, score: number): LookAlikeRow => ({
  key: `item ${id}`,
  title: `Item ${id}`,
  shared: [],
  likeness: 'alike',
  score,
  itemId: id,
  item: { id, status: 'candidate', horizon: null },
  request: null,
})
const request = (id: number, score: number, itemId: number | null = null): LookAlikeRow => ({
  ...item(id, score),
  key: `request ${id}`,
  itemId,
  item: null,
  request: { id, accountName: 'Tauern' },
})
const keys = (...rows: LookAlikeRow[]) => arrangeLookAlikes(rows).map(({ key }) => key)

describe('arrangeLookAlikes', () => {
  it('puts the best first and requests that can only be read last', () => {
    expect(keys(item(1, 0.2), request(9, 0.9), item(2, 0.5), request(8, 0.3, 7))).toEqual([
      'item 2',
      'request 8',
      'item 1',
      'request 9',
    ])
  })

  it('shows an item once: itself before its requests, the best of its requests', () => {
    expect(keys(request(9, 0.9, 1), item(1, 0.2))).toEqual(['item 1'])
    expect(keys(request(9, 0.5, 1), request(8, 0.6, 1))).toEqual(['request 8'])
  })

  it('shows five, with at most two that can only be read', () => {
    const items = [1, 2, 3, 4, 5, 6].map((id) => item(id, 1 - id / 10))
    const waiting = [11, 12, 13].map((id) => request(id, 0.9))
    expect(keys(...items)).toEqual(['item 1', 'item 2', 'item 3', 'item 4', 'item 5'])
    expect(keys(...items, ...waiting)).toEqual([
      'item 1',
      'item 2',
      'item 3',
      'request 11',
      'request 12',
    ])
  })
})
