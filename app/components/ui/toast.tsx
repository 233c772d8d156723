import type { ReactNode } from 'react'

/** Floats above the foot of the page: an `UndoBar`, or one sentence that the page also shows. */
export function Toast({ children }: { children: ReactNode }) {
  return (
    <div
      data-chrome=""
      role="status"
      className="fixed right-4 bottom-4 z-30 max-w-[calc(100vw-32px)] rounded-md bg-raised px-3 py-2 text-small shadow-float max-md:bottom-[calc(var(--spacing-bar)+12px)]"
    >
      {children}
    </div>
  )
}
