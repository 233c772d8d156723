import { describe, expect, it } from 'vitest'

import { STANDARD_VIEWS } from '#app/domain/backlog/columns.ts'
import { viewQuery } from '#app/domain/backlog/filters.ts'

const query = (search: string) => viewQuery(new URLSearchParams(search))

describe('viewQuery', () => {
  it('leaves out what goes without saying, and what is no part of a view', () => {
    expect(query('')).toBe('')
    expect(query('line=platform&page=3&sort=rank&q=&segment=&area=')).toBe('')
    expect(query('status=candidate&status=planned&status=in_progress')).toBe('')
    expect(query('removed=Mine&utm=1')).toBe('')
  })

  it('is the same for the same filters in another order', () => {
    const one = query('type=bug&type=feature_request&owner=4&status=declined&status=shipped')
    const other = query('status=shipped&status=declined&owner=4&type=feature_request&type=bug')
    expect(one).toBe(other)
    expect(one).toBe('owner=4&status=shipped&status=declined&type=bug&type=feature_request')
  })

  it('keeps columns in their order, each once', () => {
    expect(query('columns=cost&columns=score&columns=cost')).toBe('columns=cost&columns=score')
  })

  it('leaves out what cannot be read', () => {
    expect(query('owner=x&startWithin=-1&sort=nothing&status=lost&q=a%00b')).toBe('')
    expect(query(`q=${'a'.repeat(10_000)}`)).toBe('')
  })

  it('is what the standard views hold', () => {
    for (const view of STANDARD_VIEWS) expect(query(view.query)).toBe(view.query)
  })
})
