import { Dialog } from '#app/components/ui/dialog.tsx'
import { Kbd } from '#app/components/ui/kbd.tsx'
import { SECTIONS, type SectionName } from './sections.ts'
import { shortcutsOnPage } from './shortcuts.ts'

const EVERYWHERE: ReadonlyArray<readonly [keys: string, meaning: string]> = [
  ['⌘ K', 'Go to anything (Ctrl K)'],
  ['j', 'Next row'],
  ['k', 'Row before'],
  ['x', 'Select the row'],
  ['Enter', 'Open the row'],
  ['Esc', 'Close what is open'],
  ['?', 'This list'],
]

/** The list of keys: those of every page, and those that the page itself names. */
export function KeysDialog({
  open,
  onClose,
  sections,
}: {
  open: boolean
  onClose: () => void
  sections: readonly SectionName[]
}) {
  return (
    <Dialog open={open} onClose={onClose} title="Keys">
      <div className="gap-8 sm:columns-2">
        <KeyList title="On this page" keys={open ? pageKeys() : []} />
        <KeyList
          title="Go to"
          keys={SECTIONS.flatMap(({ name, key, label }) =>
            key && sections.includes(name) ? [[`g ${key}`, label] as const] : [],
          )}
        />
        <KeyList title="Rows and windows" keys={EVERYWHERE} />
      </div>
    </Dialog>
  )
}

function pageKeys() {
  return shortcutsOnPage().map(({ key, name }) => [key.toLowerCase(), name] as const)
}

function KeyList({
  title,
  keys,
}: {
  title: string
  keys: ReadonlyArray<readonly [keys: string, meaning: string]>
}) {
  if (keys.length === 0) return null
  return (
    <section className="break-inside-avoid pb-3">
      <h3 className="pb-1">{title}</h3>
      <dl>
        {keys.map(([key, meaning]) => (
          <div key={`${key} ${meaning}`} className="flex min-h-7 items-center gap-2">
            <dt className="order-last flex gap-1">
              {key.split(' ').map((part) => (
                <Kbd key={part}>{part}</Kbd>
              ))}
            </dt>
            <dd className="min-w-0 flex-1 truncate text-muted">{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
