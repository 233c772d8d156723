import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { RowSelect, Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import { renderAt } from '#tests/support/router.tsx'

test('a table says its name, its columns, how it is sorted and which row is open', () => {
  renderAt(
    '/backlog',
    <Table caption="Backlog">
      <THead>
        <Th>Title</Th>
        <Th numeric unit="€k a week" sort="descending" sortHref="?sort=score">
          Score
        </Th>
      </THead>
      <TBody>
        <Tr href="/backlog/1" current>
          <Td>
            <RowSelect label="Select ITEM-1" /> SSO/SAML
          </Td>
          <Td numeric label="Score">
            10.2
          </Td>
        </Tr>
      </TBody>
    </Table>,
  )
  const table = screen.getByRole('table', { name: 'Backlog' })
  const score = within(table).getByRole('columnheader', { name: 'Score €k a week' })
  expect(score).toHaveAttribute('aria-sort', 'descending')
  expect(within(score).getByRole('link', { name: 'Score' })).toHaveAttribute(
    'href',
    '/backlog?sort=score',
  )
  expect(within(table).getByRole('row', { name: /SSO\/SAML/ })).toHaveAttribute(
    'aria-current',
    'true',
  )
  expect(within(table).getByRole('checkbox', { name: 'Select ITEM-1' })).not.toBeChecked()
  expect(within(table).getByRole('cell', { name: '10.2' })).toHaveAttribute('data-label', 'Score')
})
