import { describe, expect, it } from 'vitest'

import { readAccountFilter } from '#app/domain/accounts/list-filter.ts'

const read = (query: string) => readAccountFilter(new URLSearchParams(query))

describe('readAccountFilter', () => {
  it('sorts by name, and each other column from its more telling end', () => {
    expect(read('')).toMatchObject({ sort: 'name', descending: false, after: null, before: null })
    expect(read('sort=arr')).toMatchObject({ descending: true })
    expect(read('sort=renewal')).toMatchObject({ descending: false })
    expect(read('sort=health')).toMatchObject({ descending: false })
    expect(read('sort=requests')).toMatchObject({ descending: true })
    expect(read('sort=arr&dir=asc')).toMatchObject({ descending: false })
  })

  it('reads every filter', () => {
    expect(
      read('q=ana&owner=7&lifecycle=churned&health=unknown&segment=S&archived=yes&line=platform'),
    ).toMatchObject({
      q: 'ana',
      owner: 7,
      lifecycle: 'churned',
      health: 'unknown',
      segment: 'S',
      archived: 'yes',
      line: 'platform',
    })
    expect(read('owner=me').owner).toBe('me')
    expect(read('owner=none').owner).toBe('none')
  })

  it('leaves out what is empty or makes no sense', () => {
    const filter = read('q=+&owner=&lifecycle=x&health=&segment=&archived=no&sort=x&dir=x')
    expect(filter).toMatchObject({ sort: 'name', descending: false })
    for (const name of ['q', 'owner', 'lifecycle', 'health', 'segment', 'archived'] as const) {
      expect(filter[name], name).toBeUndefined()
    }
  })

  it('takes a place only in the form of its sort, and the next page before the previous', () => {
    expect(read('sort=renewal&after=5.2026-01-15').after).toEqual({ key: '2026-01-15', id: 5 })
    expect(read('sort=renewal&after=5.soon').after).toBeNull()
    expect(read('after=5.b&before=4.a')).toMatchObject({ after: { id: 5 }, before: null })
    expect(read('before=4.a').before).toEqual({ key: 'a', id: 4 })
  })
})
