import { Link, type LinkProps } from '@remix-run/react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { cx } from '#app/lib/class-names.ts'

export type ButtonVariant = 'primary' | 'default' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'normal' | 'large'

type Look = { variant?: ButtonVariant; size?: ButtonSize; icon?: ReactNode }

const VARIANTS: Record<ButtonVariant, string> = {
  primary:
    'border-accent bg-accent font-strong text-on-accent hover:border-accent-hover hover:bg-accent-hover',
  default: 'border-line-strong bg-surface text-text hover:bg-hover',
  quiet: 'border-transparent px-1.5 text-muted hover:bg-hover hover:text-text',
  danger: 'border-line-strong bg-surface text-risk hover:border-risk hover:bg-risk-soft',
}

const SIZES: Record<ButtonSize, string> = {
  small: 'h-6 px-2 text-small touch:h-touch touch:px-3',
  normal: 'h-control px-2.5 text-row touch:h-touch touch:px-4',
  large: 'h-touch px-4 text-head',
}

/** The classes of a button, for an element that looks like one and is another (a summary, a label). */
export function buttonLook({ variant = 'default', size = 'normal' }: Look = {}): string {
  return cx(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border whitespace-nowrap no-underline select-none',
    'transition-colors disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:opacity-50',
    SIZES[size],
    VARIANTS[variant],
  )
}

type ButtonProps = Look & { busy?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>

/** A button; submits its form unless `type` says otherwise. `busy` keeps the focus and refuses a second press. */
export function Button({ variant, size, icon, busy, className, children, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      className={cx(buttonLook({ variant, size }), className)}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
    >
      {icon}
      {children}
    </button>
  )
}

/** A link that looks like a button. */
export function ButtonLink({
  variant,
  size,
  icon,
  className,
  children,
  ...rest
}: Look & LinkProps) {
  return (
    <Link {...rest} className={cx(buttonLook({ variant, size }), className)}>
      {icon}
      {children}
    </Link>
  )
}
