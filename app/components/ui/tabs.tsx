import { NavLink } from '@remix-run/react'
import { cx } from '#app/lib/class-names.ts'

export type TabLink = { to: string; label: string; count?: number; end?: boolean }

/** Parts of one thing, each with its own URL. Scrolls sideways when there are too many. */
export function Tabs({
  label,
  tabs,
  bare = false,
  className,
}: {
  /** What the tabs belong to, for screen readers. */
  label: string
  tabs: readonly TabLink[]
  /** Inside a toolbar, which has the line below. */
  bare?: boolean
  className?: string
}) {
  return (
    <nav
      aria-label={label}
      className={cx(
        'flex [scrollbar-width:none] gap-4 overflow-x-auto',
        bare ? '-mb-px min-w-0 flex-1 self-end' : 'border-b',
        className,
      )}
    >
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end={tab.end} preventScrollReset className={TAB_LOOK}>
          {tab.label}
          {tab.count === undefined ? null : <TabCount>{tab.count}</TabCount>}
        </NavLink>
      ))}
    </nav>
  )
}

/** The classes of one tab, for a link whose address decides by its query whether it is the current one. */
export const TAB_LOOK =
  'flex h-8 shrink-0 items-center gap-1.5 border-b-2 border-transparent text-muted -outline-offset-2 hover:text-text aria-[current]:border-text aria-[current]:font-strong aria-[current]:text-text touch:h-touch'

/** A count beside a tab's word. */
export function TabCount({ children }: { children: number }) {
  return <span className="text-small font-regular text-faint">{children}</span>
}
