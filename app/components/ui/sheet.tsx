import type { ReactNode } from 'react'

/** A document for the company: on a sheet with a bar above it on screen, alone on paper. */
export function SheetPage({ bar, children }: { bar: ReactNode; children: ReactNode }) {
  return (
    <div className="min-h-dvh bg-sunken print:bg-surface">
      <header
        data-chrome=""
        className="flex min-h-12 flex-wrap items-center gap-2 border-b bg-surface px-6 py-2"
      >
        {bar}
      </header>
      {children}
    </div>
  )
}

/** The sheet itself: where it is from, its title and its first sentence. */
export function Sheet({
  origin,
  title,
  lead,
  children,
}: {
  origin: ReactNode
  title: string
  lead: string
  children: ReactNode
}) {
  return (
    <article className="mx-auto my-6 max-w-[960px] rounded-md border bg-surface px-14 py-10 max-md:m-0 max-md:border-0 max-md:px-4 max-md:py-6 print:m-0 print:max-w-none print:border-0 print:p-0">
      <p className="text-small text-muted">{origin}</p>
      <h1 className="mt-1 mb-1.5 text-figure leading-9 wrap-anywhere">{title}</h1>
      <p className="max-w-[66ch] text-head leading-6 wrap-anywhere">{lead}</p>
      {children}
    </article>
  )
}

/** A part of a sheet under its heading. */
export function SheetSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mt-6 mb-1.5 text-head leading-5.5">{title}</h2>
      {children}
    </section>
  )
}

/** The few facts on a sheet that one looks for first. */
export function SheetFacts({ children }: { children: ReactNode }) {
  return (
    <dl className="mt-5 mb-2 grid grid-cols-2 gap-x-8 gap-y-2 border-t border-b border-t-text py-2.5 sm:flex sm:flex-wrap sm:justify-between [&_dd]:text-head [&_dd]:font-strong [&_dt]:text-label [&_dt]:text-muted">
      {children}
    </dl>
  )
}

export function SheetFact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
