import { Link, type LinkProps } from '@remix-run/react'
import type { ButtonHTMLAttributes, ComponentProps, ReactNode } from 'react'
import { cx } from '#app/lib/class-names.ts'
import { Popover } from './popover.tsx'

/** A short list of links and buttons below its trigger. */
export function Menu({ className, ...rest }: ComponentProps<typeof Popover>) {
  return <Popover {...rest} className={cx('w-max max-w-80 p-1', className)} />
}

const ITEM =
  'flex min-h-control w-full items-center gap-2 rounded-sm px-2 text-left text-row -outline-offset-2 hover:bg-hover aria-[current]:font-strong aria-pressed:font-strong disabled:text-faint touch:min-h-touch'

type ItemLook = { icon?: ReactNode; aside?: ReactNode; danger?: boolean }

export function MenuLink({ icon, aside, danger, children, ...rest }: ItemLook & LinkProps) {
  return (
    <Link {...rest} className={cx(ITEM, danger && 'text-risk')}>
      {icon}
      <span className="flex-1">{children}</span>
      {aside}
    </Link>
  )
}

/** Submits the form it stands in, or the one named by `form`. */
export function MenuButton({
  icon,
  aside,
  danger,
  children,
  ...rest
}: ItemLook & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button {...rest} className={cx(ITEM, danger && 'text-risk')}>
      {icon}
      <span className="flex-1">{children}</span>
      {aside}
    </button>
  )
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <div className="px-2 pt-1.5 pb-0.5 text-label text-faint">{children}</div>
}

export function MenuSeparator() {
  return <hr className="-mx-1 my-1 border-t" />
}
