import { Form, useLocation } from '@remix-run/react'
import { Monitor, Moon, Sun } from 'lucide-react'
import { THEMES, type Theme } from '#db/constants.ts'
import { ADDRESSES } from './sections.ts'

const LOOKS = {
  system: { label: 'As the system', Icon: Monitor },
  light: { label: 'Light', Icon: Sun },
  dark: { label: 'Dark', Icon: Moon },
} as const

/** Light, dark, or as the system is; posted, so that the next page comes in the right colours at once. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  const { pathname, search } = useLocation()
  return (
    <Form
      method="post"
      action={ADDRESSES.theme}
      replace
      preventScrollReset
      data-stays=""
      className="flex items-center gap-1 px-2 py-1"
    >
      <input type="hidden" name="returnTo" value={pathname + search} />
      <span className="flex-1">Theme</span>
      {THEMES.map((name) => {
        const { label, Icon } = LOOKS[name]
        return (
          <button
            key={name}
            name="theme"
            value={name}
            aria-label={label}
            title={label}
            aria-pressed={theme === name}
            className="grid size-control place-items-center rounded-md text-muted hover:bg-hover aria-pressed:bg-selected aria-pressed:text-accent touch:size-touch"
          >
            <Icon aria-hidden className="size-4" />
          </button>
        )
      })}
    </Form>
  )
}
