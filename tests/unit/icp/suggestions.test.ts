import { expect, it } from 'vitest'

import type { Criterion } from '#app/domain/icp/criteria.ts'
import { readSuggestion, suggestionHref } from '#app/domain/icp/suggestion-address.ts'
import { withSuggestion } from '#app/domain/icp/suggestions.ts'
import { industry, region, size } from '#tests/support/criteria.ts'

const sponsor: Criterion = {
  kind: 'points',
  label: 'Sponsor is one of board, director',
  attribute: 'custom:executive_sponsor',
  operator: 'is_one_of',
  operand: ['board', 'director'],
  points: 24,
}

// By hand: 60 and 40 points give way to 76 of 100.
it('takes the points of a suggestion from the others in proportion', () => {
  const points = withSuggestion<Criterion>([industry, region, size], sponsor).map(
    (one) => one.points,
  )
  expect(points).toEqual([45.6, 0, 30.4, 24])
})

// By hand: a third of 76 points is 25.33: two of the three get a tenth less than the other.
it('adds up to 100 in tenths', () => {
  const third = { ...size, points: 100 / 3 }
  const points = withSuggestion<Criterion>([third, { ...third }, { ...third }], sponsor).map(
    (one) => one.points,
  )
  expect(points).toEqual([25.4, 25.3, 25.3, 24])
})

it('travels in an address', () => {
  const { pathname, searchParams } = new URL(
    suggestionHref('platform', sponsor),
    'http://localhost',
  )
  expect(pathname).toBe('/profiles/new')
  expect(searchParams.get('line')).toBe('platform')
  expect(readSuggestion(searchParams)).toEqual(sponsor)
})

it.each(['', 'nothing', '{}', '[1]', '{"kind":"points","points":200}'])(
  'is none in “%s”',
  (text) => {
    expect(readSuggestion(new URLSearchParams({ suggest: text }))).toBeNull()
  },
)
