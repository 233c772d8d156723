import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'

import { ProposalChanges } from '#app/components/profile/proposal-changes.tsx'
import { renderAt } from '#tests/support/router.tsx'

const changes = (count: number) =>
  Array.from({ length: count }, (_, index) => `Criterion ${index + 1} removed`)

test('a long list of changes is folded after the fourth, and one line is never folded alone', () => {
  renderAt('/', <ProposalChanges profileId={7} since={3} changes={changes(6)} />)
  expect(screen.getByRole('heading')).toHaveTextContent('What differs from version 3')
  expect(screen.getByRole('link', { name: 'Comparison' })).toHaveAttribute(
    'href',
    '/profiles/7/compare',
  )
  expect(screen.getByRole('link', { name: 'Effect' })).toHaveAttribute(
    'href',
    '/profiles/7/preview',
  )
  const fold = screen.getByText('2 more').closest('details')
  expect(fold).not.toHaveAttribute('open')
  expect(fold).toHaveTextContent('Criterion 5 removedCriterion 6 removed')
  expect(fold).not.toHaveTextContent('Criterion 4 removed')
})

test('five changes stand in full', () => {
  renderAt('/', <ProposalChanges profileId={7} since={3} changes={changes(5)} />)
  expect(screen.getAllByRole('listitem')).toHaveLength(5)
  expect(screen.queryByText(/more$/)).toBeNull()
})

test('no change is said in words', () => {
  renderAt('/', <ProposalChanges profileId={7} since={3} changes={[]} />)
  expect(screen.getByText('Nothing: the summary and the criteria are the same.')).toBeVisible()
})
