import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeAll, expect, test, vi } from 'vitest'
import { Dialog } from '#app/components/ui/dialog.tsx'
import { Menu, MenuButton, MenuLink } from '#app/components/ui/menu.tsx'
import { Panel } from '#app/components/ui/panel.tsx'
import { completeBrowser } from '#tests/support/browser.ts'
import { renderAt } from '#tests/support/router.tsx'

beforeAll(completeBrowser)

function renderMenu() {
  return renderAt(
    '/items',
    <>
      <Menu label="More" trigger="…">
        <MenuLink to="/items/1/merge">Merge</MenuLink>
        <MenuButton type="button">Copy link</MenuButton>
      </Menu>
      <button>Elsewhere</button>
    </>,
  )
}

const menu = () => screen.getByText('…').closest('details')

test('a menu opens, is walked by arrow keys and gives the focus back on Escape', async () => {
  const user = userEvent.setup()
  renderMenu()
  await user.click(screen.getByText('…'))
  expect(menu()).toHaveAttribute('open')
  await user.keyboard('{ArrowDown}')
  expect(screen.getByRole('link', { name: 'Merge' })).toHaveFocus()
  await user.keyboard('{ArrowDown}')
  expect(screen.getByRole('button', { name: 'Copy link' })).toHaveFocus()
  await user.keyboard('{ArrowDown}')
  expect(screen.getByRole('link', { name: 'Merge' })).toHaveFocus()
  await user.keyboard('{ArrowUp}')
  expect(screen.getByRole('button', { name: 'Copy link' })).toHaveFocus()
  await user.keyboard('{Escape}')
  expect(menu()).not.toHaveAttribute('open')
  expect(screen.getByText('…')).toHaveFocus()
})

test('a menu closes on a press elsewhere and after a choice', async () => {
  const user = userEvent.setup()
  const { router } = renderMenu()
  await user.click(screen.getByText('…'))
  await user.click(screen.getByRole('button', { name: 'Elsewhere' }))
  expect(menu()).not.toHaveAttribute('open')
  await user.click(screen.getByText('…'))
  await user.click(screen.getByRole('link', { name: 'Merge' }))
  expect(menu()).not.toHaveAttribute('open')
  expect(router.state.location.pathname).toBe('/items/1/merge')
})

test('Escape closes an open menu before the panel behind it', async () => {
  const user = userEvent.setup()
  const { router } = renderAt(
    '/backlog/1',
    <Panel
      title="SSO/SAML"
      closeHref="/backlog"
      actions={
        <Menu label="More" trigger="…">
          <MenuLink to="/x">Merge</MenuLink>
        </Menu>
      }
    >
      Receipt
    </Panel>,
  )
  expect(screen.getByRole('complementary', { name: 'SSO/SAML' })).toBeInTheDocument()
  await user.click(screen.getByText('…'))
  await user.keyboard('{Escape}')
  expect(router.state.location.pathname).toBe('/backlog/1')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(router.state.location.pathname).toBe('/backlog'))
})

test('a dialog is named, shows its content only when open, and tells when it closes', async () => {
  const closed = vi.fn()
  const { rerender } = renderAt(
    '/',
    <Dialog open onClose={closed} title="Keys">
      <p>j</p>
    </Dialog>,
  )
  expect(screen.getByRole('dialog', { name: 'Keys' })).toHaveTextContent('j')
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(closed).toHaveBeenCalledTimes(1)
  rerender(
    <Dialog open={false} onClose={closed} title="Keys">
      <p>j</p>
    </Dialog>,
  )
  expect(screen.queryByText('j')).not.toBeInTheDocument()
})

test('a dialog starts where it is told to', () => {
  renderAt(
    '/',
    <Dialog open onClose={() => undefined} title="Rename">
      <input aria-label="Name" data-autofocus="" />
    </Dialog>,
  )
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus()
})
