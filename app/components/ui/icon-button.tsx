import { Link, type LinkProps } from '@remix-run/react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { cx } from '#app/lib/class-names.ts'
import { buttonLook, type ButtonVariant } from './button.tsx'

type Look = { label: string; icon: ReactNode; variant?: ButtonVariant }

/** The classes of a square button that shows only an icon. */
export function iconButtonLook(variant: ButtonVariant = 'quiet'): string {
  return cx(buttonLook({ variant }), 'w-control px-0! touch:w-touch')
}

/** A square button with an icon; `label` is its name and its title. */
export function IconButton({
  label,
  icon,
  variant,
  className,
  ...rest
}: Look & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'>) {
  return (
    <button
      {...rest}
      aria-label={label}
      title={label}
      className={cx(iconButtonLook(variant), className)}
    >
      {icon}
    </button>
  )
}

/** The same as a link. */
export function IconLink({
  label,
  icon,
  variant,
  className,
  ...rest
}: Look & Omit<LinkProps, 'children'>) {
  return (
    <Link
      {...rest}
      aria-label={label}
      title={label}
      className={cx(iconButtonLook(variant), className)}
    >
      {icon}
    </Link>
  )
}
