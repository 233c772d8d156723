import { Form } from '@remix-run/react'
import { AtSign, KeyRound, LogOut } from 'lucide-react'
import type { Theme } from '#db/constants.ts'
import { teamWord } from '#app/components/team-dot.tsx'
import { Avatar } from '#app/components/ui/avatar.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { Menu, MenuButton, MenuLink, MenuSeparator } from '#app/components/ui/menu.tsx'
import { ADDRESSES } from './sections.ts'
import { ThemeSwitch } from './theme-switch.tsx'
import type { ShellUser } from './types.ts'

type AccountProps = {
  user: ShellUser
  theme: Theme
  /** Unread ones. */
  mentions: number
}

/** What fits in the rail before the role; those of no team are known by their role alone. */
const TEAM_IN_SHORT = { cs: 'CS ', product: 'Product ', other: '' } as const satisfies Record<
  ShellUser['team'],
  string
>

/** Foot of the rail: who is signed in, and what is theirs to set. */
export function AccountMenu({ user, theme, mentions }: AccountProps) {
  return (
    <Menu
      side="top"
      triggerClassName="flex w-full items-center gap-2 rounded-md px-1.5 py-1 hover:bg-hover"
      trigger={
        <>
          <Avatar name={user.name} size="normal" decorative />
          <span className="min-w-0 flex-1">
            <b title={user.name} className="block truncate leading-4.5">
              {user.name}
            </b>
            <span
              title={`${teamWord(user.team)}, ${user.role}`}
              className="block truncate text-label text-muted first-letter:uppercase"
            >
              {TEAM_IN_SHORT[user.team]}
              {user.role}
            </span>
          </span>
          <UnreadMentions count={mentions} />
        </>
      }
    >
      <AccountLinks theme={theme} mentions={mentions} />
    </Menu>
  )
}

/** Theme, mentions, sessions, sign out. */
export function AccountLinks({ theme, mentions }: Omit<AccountProps, 'user'>) {
  return (
    <>
      <ThemeSwitch theme={theme} />
      <MenuSeparator />
      <MenuLink
        to={ADDRESSES.mentions}
        icon={<AtSign aria-hidden className="size-4 text-muted" />}
        aside={<UnreadMentions count={mentions} />}
      >
        Mentions
      </MenuLink>
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

function UnreadMentions({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <Badge tone="accent">
      {count}
      <span className="sr-only"> unread mentions</span>
    </Badge>
  )
}
