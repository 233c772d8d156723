import type { ReactNode } from 'react'

import { ButtonLink } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'

import { useKeptOpen } from './use-kept-open.ts'

/** A form, or why there is none to fill in any more and what to see instead. One that was open stays. */
export function KeptForm({
  closed,
  answered,
  instead,
  children,
}: {
  /** Null while the form is open. */
  closed: string | null
  /** The page answers what was just sent. */
  answered: boolean
  instead: { label: string; to: string }
  children: ReactNode
}) {
  if (useKeptOpen(closed === null, answered)) return children
  return (
    <EmptyState
      title={closed ?? ''}
      action={<ButtonLink to={instead.to}>{instead.label}</ButtonLink>}
    />
  )
}
