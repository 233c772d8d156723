import { ChevronsUpDown } from 'lucide-react'
import { Menu, MenuLabel, MenuLink } from '#app/components/ui/menu.tsx'
import { Mark } from './mark.tsx'
import type { ShellLine } from './types.ts'

type LineSwitchProps = {
  organisation: string
  productLines: readonly ShellLine[]
  currentLine: string | null
}

/** Head of the rail: the product line in view, and the way to another. */
export function LineSwitch({ organisation, productLines, currentLine }: LineSwitchProps) {
  const current = productLines.find((line) => line.slug === currentLine)
  return (
    <Menu
      triggerClassName="flex w-full items-center gap-2 rounded-md px-1.5 py-1 hover:bg-hover"
      trigger={
        <>
          <Mark />
          <span className="min-w-0 flex-1">
            <b className="block truncate leading-4.5">{current?.name ?? 'All lines'}</b>
            <span className="block truncate text-label text-muted">{organisation}</span>
          </span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
        </>
      }
    >
      <LineLinks productLines={productLines} currentLine={currentLine} />
    </Menu>
  )
}

/** One link a line; the page stays the same. */
export function LineLinks({ productLines, currentLine }: Omit<LineSwitchProps, 'organisation'>) {
  return (
    <>
      <MenuLabel>Product line</MenuLabel>
      {productLines.map((line) => (
        <MenuLink
          key={line.slug}
          to={`?line=${encodeURIComponent(line.slug)}`}
          aria-current={line.slug === currentLine ? 'true' : undefined}
        >
          {line.name}
        </MenuLink>
      ))}
      <MenuLink to="?line=all" aria-current={currentLine === null ? 'true' : undefined}>
        All lines
      </MenuLink>
    </>
  )
}
