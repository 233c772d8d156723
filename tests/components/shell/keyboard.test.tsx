import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeAll, expect, test } from 'vitest'
import { Shell } from '#app/components/shell/shell.tsx'
import type { ShellProps } from '#app/components/shell/types.ts'
import { RowSelect, Table, TBody, Td, Tr } from '#app/components/ui/table.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { completeBrowser } from '#tests/support/browser.ts'
import { renderAt } from '#tests/support/router.tsx'

beforeAll(completeBrowser)

const PROPS: ShellProps = {
  organisation: 'Kestrel Software',
  user: { name: 'Deniz Kaya', team: 'product', role: 'contributor' },
  theme: 'system',
  productLines: [{ slug: 'platform', name: 'Platform' }],
  currentLine: 'platform',
  sections: ['triage', 'backlog', 'accounts'],
  counts: { triage: 14, backlog: 0 },
  waiting: [],
  mentions: 0,
  maySubmit: true,
}

function renderShell(props: Partial<ShellProps> = {}) {
  let pressed = 0
  const page = (
    <Shell {...PROPS} {...props}>
      <h1>Backlog</h1>
      <Button type="button" aria-keyshortcuts="N" onClick={() => pressed++}>
        New item
      </Button>
      <textarea aria-label="Words" />
      <Table caption="Backlog">
        <TBody>
          {[1, 2].map((id) => (
            <Tr key={id} href={`/backlog/${id}`}>
              <Td>
                <RowSelect label={`Select ITEM-${id}`} />
              </Td>
              <Td>ITEM-{id}</Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </Shell>
  )
  const { router } = renderAt('/backlog', page, [
    {
      path: '/search',
      loader: ({ request }) => ({
        query: new URL(request.url).searchParams.get('q'),
        results: [
          {
            kind: 'account',
            id: '',
            title: 'Tauern Spedition',
            detail: 'Logistics',
            href: '/accounts/7',
          },
        ],
      }),
    },
  ])
  return {
    user: userEvent.setup(),
    at: () => router.state.location.pathname + router.state.location.search,
    pressed: () => pressed,
  }
}

const row = (id: number) => screen.getByRole('row', { name: new RegExp(`ITEM-${id}`) })

test('the rail shows the sections it is given, with their counts and the line', () => {
  renderShell()
  const [rail] = screen.getAllByRole('navigation', { name: 'Sections' })
  if (!rail) throw new Error('no rail')
  expect(within(rail).getByRole('link', { name: 'Triage 14' })).toHaveAttribute(
    'href',
    '/triage?line=platform',
  )
  expect(within(rail).getByRole('link', { name: 'Backlog' })).toHaveAttribute(
    'aria-current',
    'page',
  )
  expect(within(rail).queryByRole('link', { name: /Settings/ })).not.toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveAttribute('href', '#main')
})

test('j and k move through the rows, x selects, Enter opens', async () => {
  const { user, at } = renderShell()
  await user.keyboard('j')
  expect(row(1)).toHaveFocus()
  await user.keyboard('jj')
  expect(row(2)).toHaveFocus()
  await user.keyboard('x')
  expect(screen.getByRole('checkbox', { name: 'Select ITEM-2' })).toBeChecked()
  await user.keyboard('k')
  expect(row(1)).toHaveFocus()
  await user.keyboard('{Enter}')
  expect(at()).toBe('/backlog/1')
})

test('a press on a row opens it, one on its checkbox does not', async () => {
  const { user, at } = renderShell()
  await user.click(screen.getByRole('checkbox', { name: 'Select ITEM-2' }))
  expect(at()).toBe('/backlog')
  await user.click(screen.getByText('ITEM-2'))
  expect(at()).toBe('/backlog/2')
})

test('g and a letter lead to a section that is open to the person, and to no other', async () => {
  const { user, at } = renderShell()
  await user.keyboard('gp')
  expect(at()).toBe('/backlog')
  await user.keyboard('gt')
  expect(at()).toBe('/triage?line=platform')
})

test('c submits only for those who may', async () => {
  const { user, at } = renderShell({ maySubmit: false })
  await user.keyboard('c')
  expect(at()).toBe('/backlog')
})

test('c leads to a new request', async () => {
  const { user, at } = renderShell()
  await user.keyboard('c')
  expect(at()).toBe('/requests/new')
})

test('a key presses what names it, but not while writing', async () => {
  const { user, at, pressed } = renderShell()
  await user.keyboard('n')
  expect(pressed()).toBe(1)
  await user.click(screen.getByRole('textbox', { name: 'Words' }))
  await user.keyboard('nc?')
  expect(pressed()).toBe(1)
  expect(at()).toBe('/backlog')
  expect(screen.getByRole('textbox', { name: 'Words' })).toHaveValue('nc?')
})

test('/ goes to the search', async () => {
  const { user } = renderShell()
  await user.keyboard('/')
  expect(screen.getByRole('searchbox', { name: 'Search' })).toHaveFocus()
})

test('? lists the keys, those of the page among them', async () => {
  const { user } = renderShell()
  await user.keyboard('?')
  const keys = screen.getByRole('dialog', { name: 'Keys' })
  expect(within(keys).getByText('New item')).toBeInTheDocument()
  expect(within(keys).getByText('Accounts')).toBeInTheDocument()
  expect(within(keys).queryByText('Profile')).not.toBeInTheDocument()
})

test.each(['{Control>}k{/Control}', '{Meta>}k{/Meta}'])('%s finds a page', async (keys) => {
  const { user, at } = renderShell()
  await user.keyboard(keys)
  const words = await screen.findByRole('combobox')
  expect(words).toHaveFocus()
  await user.type(words, 'acco')
  await user.click(await screen.findByRole('option', { name: 'Accounts' }))
  expect(at()).toBe('/accounts')
})

test('the palette finds what the search finds', async () => {
  const { user, at } = renderShell()
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await screen.findByRole('combobox'), 'tauern')
  await user.click(await screen.findByRole('option', { name: /Tauern Spedition/ }))
  await waitFor(() => expect(at()).toBe('/accounts/7'))
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})
