import { Link, useLocation } from '@remix-run/react'
import { Ellipsis, Plus, Search } from 'lucide-react'
import { Menu, MenuLink, MenuSeparator } from '#app/components/ui/menu.tsx'
import { AccountLinks } from './account-menu.tsx'
import { LineLinks } from './line-switch.tsx'
import { ADDRESSES, isWithin, sectionHref, SECTIONS, type SectionName } from './sections.ts'
import type { ShellProps } from './types.ts'

/** Sections that a phone shows first; the first three that are open to the person stand in the bar. */
const FIRST: readonly SectionName[] = ['requests', 'backlog', 'triage', 'accounts', 'publications']

const SLOT =
  'flex h-bar min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-label text-muted -outline-offset-2 aria-[current]:font-strong aria-[current]:text-text'

/** The rail of a phone. */
export function BottomBar(props: ShellProps) {
  const { pathname } = useLocation()
  const open = SECTIONS.filter((section) => props.sections.includes(section.name))
  const bar = FIRST.flatMap((name) => open.filter((section) => section.name === name)).slice(0, 3)
  const rest = open.filter((section) => !bar.includes(section))
  return (
    <nav
      data-chrome=""
      aria-label="Sections"
      className="fixed inset-x-0 bottom-0 z-20 flex border-t bg-sunken pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {bar.map((section) => (
        <Link
          key={section.name}
          to={sectionHref(section, props.currentLine)}
          aria-current={isWithin(section, pathname) ? 'page' : undefined}
          className={SLOT}
        >
          <section.Icon aria-hidden className="size-5" />
          <span className="max-w-full truncate">{section.label}</span>
        </Link>
      ))}
      {props.maySubmit ? (
        <Link to={ADDRESSES.submit} className={SLOT}>
          <Plus aria-hidden className="size-5" />
          New
        </Link>
      ) : null}
      <div className="min-w-0 flex-1">
        <Menu
          side="top"
          align="end"
          triggerClassName={SLOT}
          trigger={
            <>
              <Ellipsis aria-hidden className="size-5" />
              More
            </>
          }
        >
          <MenuLink
            to={ADDRESSES.search}
            icon={<Search aria-hidden className="size-4 text-muted" />}
          >
            Search
          </MenuLink>
          {rest.map((section) => (
            <MenuLink
              key={section.name}
              to={sectionHref(section, props.currentLine)}
              icon={<section.Icon aria-hidden className="size-4 text-muted" />}
              aside={<span className="text-small text-faint">{props.counts[section.name]}</span>}
            >
              {section.label}
            </MenuLink>
          ))}
          <MenuSeparator />
          <LineLinks productLines={props.productLines} currentLine={props.currentLine} />
          <MenuSeparator />
          <AccountLinks theme={props.theme} mentions={props.mentions} />
        </Menu>
      </div>
    </nav>
  )
}
