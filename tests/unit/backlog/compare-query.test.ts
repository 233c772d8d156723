import { describe, expect, it } from 'vitest'

import { parseCompareQuery, sortCompared } from '#app/domain/backlog/compare-query.ts'

const parse = (query: string) => parseCompareQuery(new URLSearchParams(query))

describe('parseCompareQuery', () => {
  it('reads line, formula and order', () => {
    expect(parse('line=platform&peer=gitlab-growth&sort=difference')).toEqual({
      line: 'platform',
      peer: 'gitlab-growth',
      sort: 'difference',
    })
  })

  it('falls back to plain ARR in our order', () => {
    expect(parse('')).toEqual({ line: null, peer: 'arr', sort: 'ours' })
    expect(parse('peer=excel&sort=title')).toMatchObject({ peer: 'arr', sort: 'ours' })
  })
})

describe('sortCompared', () => {
  const rows = [
    { ours: 1, theirs: 3, difference: -2 },
    { ours: 2, theirs: 1, difference: 1 },
    { ours: 3, theirs: 4, difference: -1 },
    { ours: 4, theirs: 2, difference: 2 },
  ]
  it.each([
    ['ours', [1, 2, 3, 4]],
    ['theirs', [2, 4, 1, 3]],
    ['difference', [1, 4, 2, 3]],
  ] as const)('by %s', (sort, order) => {
    expect(sortCompared(rows, sort).map(({ ours }) => ours)).toEqual(order)
  })
})
