import { Form, Link, useLocation } from '@remix-run/react'
import { Plus, Search } from 'lucide-react'
import { Kbd } from '#app/components/ui/kbd.tsx'
import { AccountMenu } from './account-menu.tsx'
import { LineSwitch } from './line-switch.tsx'
import { ADDRESSES, isWithin, sectionHref, SECTIONS, type Section } from './sections.ts'
import type { ShellProps } from './types.ts'

/** The rail at the left of a desk: product line, search, sections with their counts, the person. */
export function Rail(props: ShellProps) {
  const { sections, counts, waiting, currentLine } = props
  const shown = SECTIONS.filter((section) => sections.includes(section.name))
  const groups = [...new Set(shown.map((section) => section.group))]
  return (
    <header
      data-chrome=""
      className="sticky top-0 flex h-dvh w-rail shrink-0 flex-col border-r bg-sunken p-2 max-md:hidden"
    >
      <LineSwitch {...props} />
      <SearchBox />
      <nav aria-label="Sections" className="-mx-2 min-h-0 flex-1 overflow-y-auto px-2 pb-2">
        {props.maySubmit ? <SubmitLink /> : null}
        {groups.map((group) => (
          <div key={group ?? ''} className="pt-2">
            {group ? (
              <h2 className="px-2 py-1 text-label font-regular text-faint">{group}</h2>
            ) : null}
            <ul>
              {shown
                .filter((section) => section.group === group)
                .map((section) => (
                  <li key={section.name}>
                    <SectionLink
                      section={section}
                      line={currentLine}
                      count={counts[section.name]}
                      waits={waiting.includes(section.name)}
                    />
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="border-t pt-2">
        <AccountMenu user={props.user} theme={props.theme} mentions={props.mentions} />
      </div>
    </header>
  )
}

const ROW = 'flex h-control items-center gap-2 rounded-md px-2 -outline-offset-2 touch:h-touch'

function SectionLink({
  section,
  line,
  count,
  waits,
}: {
  section: Section
  line: string | null
  count: number | string | null | undefined
  waits: boolean
}) {
  const { pathname } = useLocation()
  return (
    <Link
      to={sectionHref(section, line)}
      prefetch="intent"
      aria-current={isWithin(section, pathname) ? 'page' : undefined}
      className={`${ROW} group text-muted hover:bg-hover hover:text-text aria-[current]:bg-hover aria-[current]:font-strong aria-[current]:text-text`}
    >
      <section.Icon aria-hidden className="size-4 shrink-0" />
      <span className="flex-1 truncate">{section.label}</span>
      {waits ? (
        <span title="Something waits for you" className="size-1.5 shrink-0 rounded-full bg-accent">
          <span className="sr-only">Something waits for you</span>
        </span>
      ) : null}
      {count == null || count === 0 ? null : (
        <span className="text-small font-regular text-faint group-aria-[current]:text-muted">
          {count}
        </span>
      )}
    </Link>
  )
}

function SubmitLink() {
  return (
    <Link
      to={ADDRESSES.submit}
      aria-keyshortcuts="C"
      className={`${ROW} mt-1 text-muted hover:bg-hover hover:text-text`}
    >
      <Plus aria-hidden className="size-4 shrink-0" />
      <span className="flex-1">New request</span>
      <Kbd>C</Kbd>
    </Link>
  )
}

function SearchBox() {
  return (
    <Form method="get" action={ADDRESSES.search} role="search" className="relative mt-2 mb-1">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1.5 left-2 size-4 text-faint touch:top-3.5"
      />
      <input
        type="search"
        name="q"
        aria-label="Search"
        aria-keyshortcuts="/"
        placeholder="Search"
        className="h-control w-full rounded-md border border-line-strong bg-surface pr-10 pl-7.5 touch:h-touch touch:text-field"
      />
      <span className="pointer-events-none absolute top-1/2 right-1.5 flex -translate-y-1/2">
        <Kbd>⌘K</Kbd>
      </span>
    </Form>
  )
}
