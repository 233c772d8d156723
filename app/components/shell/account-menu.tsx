import { Form } from '@remix-run/react'
import { KeyRound, LogOut } from 'lucide-react'
import type { Theme } from '#db/constants.ts'
import { teamWord } from '#app/components/team-dot.tsx'
import { Avatar } from '#app/components/ui/avatar.tsx'
import { Menu, MenuButton, MenuLink, MenuSeparator } from '#app/components/ui/menu.tsx'
import { ADDRESSES } from './sections.ts'
import { ThemeSwitch } from './theme-switch.tsx'
import type { ShellUser } from './types.ts'

type AccountProps = { user: ShellUser; theme: Theme }

/** Foot of the rail: who is signed in, and what is theirs to set. */
export function AccountMenu({ user, theme }: AccountProps) {
  return (
    <Menu
      side="top"
      triggerClassName="flex w-full items-center gap-2 rounded-md px-1.5 py-1 hover:bg-hover"
      trigger={
        <>
          <Avatar name={user.name} size="normal" decorative />
          <span className="min-w-0 flex-1">
            <b className="block truncate leading-4.5">{user.name}</b>
            <span className="block truncate text-label text-muted">
              {teamWord(user.team)}, {user.role}
            </span>
          </span>
        </>
      }
    >
      <AccountLinks theme={theme} />
    </Menu>
  )
}

/** Theme, sessions, sign out. */
export function AccountLinks({ theme }: { theme: Theme }) {
  return (
    <>
      <ThemeSwitch theme={theme} />
      <MenuSeparator />
      <MenuLink
        to={ADDRESSES.sessions}
        icon={<KeyRound aria-hidden className="size-4 text-muted" />}
      >
        Password and sessions
      </MenuLink>
      <Form method="post" action={ADDRESSES.signOut}>
        <MenuButton icon={<LogOut aria-hidden className="size-4 text-muted" />}>
          Sign out
        </MenuButton>
      </Form>
    </>
  )
}
