import type { ReactNode } from 'react'
import { BottomBar } from './bottom-bar.tsx'
import { Keyboard } from './keyboard.tsx'
import { Rail } from './rail.tsx'
import type { ShellProps } from './types.ts'

/** The frame around every page of a person who is signed in. */
export function Shell({ children, ...props }: ShellProps & { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-30 focus:rounded-md focus:bg-raised focus:px-3 focus:py-2 focus:shadow-float"
      >
        Skip to content
      </a>
      <Rail {...props} />
      <main
        id="main"
        tabIndex={-1}
        className="min-w-0 flex-1 max-md:pb-[calc(var(--spacing-bar)+env(safe-area-inset-bottom))]"
      >
        {children}
      </main>
      <BottomBar {...props} />
      <Keyboard sections={props.sections} line={props.currentLine} maySubmit={props.maySubmit} />
    </div>
  )
}
