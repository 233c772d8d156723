import type { ReactNode } from 'react'

/** A key as it is printed on the keyboard. Hidden where there is none. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-4.5 rounded-sm border border-line-strong bg-surface px-1 text-center font-sans text-label text-faint touch:hidden">
      {children}
    </kbd>
  )
}

/** The same on a primary button, in the button's own ink. */
export function KbdOnAccent({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-4.5 rounded-sm border border-current px-1 text-center font-sans text-label font-regular touch:hidden">
      {children}
    </kbd>
  )
}
