import { describe, expect, it } from 'vitest'

import { accountHref } from '#app/components/accounts/account-href.ts'
import type { AccountPage } from '#app/domain/accounts/account-page.ts'
import type { OutcomeOnPage } from '#app/domain/outcomes/outcome-page.ts'
import { offeredUndo } from '#app/routes/accounts/offered-undo.ts'

const search = (query: string) => new URLSearchParams(query)

describe('accountHref', () => {
  it('stays in the product line, and keeps nothing else', () => {
    expect(accountHref(search('line=platform&sort=arr'), 7)).toBe('/accounts/7?line=platform')
    expect(accountHref(search('sort=arr'), 7, '/edit')).toBe('/accounts/7/edit')
    expect(accountHref(search('line=a'), 7, '/history', { before: '3' })).toBe(
      '/accounts/7/history?before=3&line=a',
    )
  })
})

describe('offeredUndo', () => {
  const NOW = new Date('2026-01-15T09:30:10Z')
  const at = (second: number) => new Date(Date.UTC(2026, 0, 15, 9, 30, second))
  const page = {
    summary: { id: 7 },
    version: 4,
    archivedAt: at(7),
    contracts: [
      { id: 12, version: 2, endedOn: '2026-01-15', updatedAt: at(9) },
      { id: 13, version: 1, endedOn: null, updatedAt: at(9) },
    ],
    opportunities: [
      { id: 12, version: 5, state: 'won', updatedAt: at(10) },
      { id: 14, version: 1, state: 'open', updatedAt: at(10) },
    ],
  } as unknown as AccountPage
  const OUTCOMES = [{ id: 3, recordedAt: at(10) }] as unknown as OutcomeOnPage[]

  it.each([
    [
      'done=archived',
      {
        done: 'Account archived',
        action: '/accounts/7/restoration',
        fields: { version: '4' },
        seconds: 7,
      },
    ],
    [
      'done=contract.12&line=platform',
      {
        done: 'Contract ended',
        action: '/accounts/7/contracts/12/reopening?line=platform',
        fields: { version: '2' },
        seconds: 9,
      },
    ],
    [
      'done=opportunity.12',
      {
        done: 'Opportunity won',
        action: '/accounts/7/opportunities/12/outcome',
        fields: { version: '5', state: 'open' },
        seconds: 10,
      },
    ],
    [
      'done=outcome.3',
      {
        done: 'Outcome recorded',
        action: '/accounts/7/outcomes/3/removal',
        fields: {},
        seconds: 10,
      },
    ],
  ])('of %s', (query, undo) => {
    expect(offeredUndo(page, OUTCOMES, search(query), NOW)).toEqual(undo)
  })

  it.each([
    '',
    'done=contract.13',
    'done=contract.99',
    'done=opportunity.14',
    'done=x',
    'done=contract',
    'done=outcome.4',
  ])('is none for %j', (query) => {
    expect(offeredUndo(page, OUTCOMES, search(query), NOW)).toBeNull()
  })

  it('ends after ten seconds', () => {
    const later = new Date(NOW.getTime() + 7_000)
    expect(offeredUndo(page, OUTCOMES, search('done=archived'), later)).toBeNull()
  })
})
