const WRITES = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]'
const PRESSES = 'a[href], button, summary, label, input, textarea, select'

/** Whether a key belongs to what has the focus, or to a dialog that is open. */
export function isTyping(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]')) return true
  const field = target instanceof Element ? target.closest<HTMLElement>(WRITES) : null
  // A field of a dialog that has just closed keeps the focus until the next frame.
  return field !== null && isShown(field)
}

/** Whether the target does something of its own when it is pressed. */
export function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(PRESSES) !== null
}

function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0
}

/** The elements on the page that name a key, with their words. */
export function shortcutsOnPage(): Array<{ key: string; name: string }> {
  return shown('[aria-keyshortcuts]').map((element) => ({
    key: element.getAttribute('aria-keyshortcuts') ?? '',
    name: element.getAttribute('aria-label') ?? wordsOf(element),
  }))
}

function wordsOf(element: HTMLElement): string {
  const copy = element.cloneNode(true)
  if (!(copy instanceof HTMLElement)) return ''
  for (const key of copy.querySelectorAll('kbd')) key.remove()
  return (copy.textContent ?? '').trim()
}

function shown(selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)].filter(isShown)
}

/** Presses, or for a field focuses, the element that names the key. Returns whether there was one. */
export function pressShortcut(key: string): boolean {
  const element = shown('[aria-keyshortcuts]').find(
    (each) => each.getAttribute('aria-keyshortcuts')?.toLowerCase() === key.toLowerCase(),
  )
  if (!element) return false
  if (element.matches(WRITES)) element.focus()
  else element.click()
  return true
}

/** The row that has the focus, or is open. */
export function activeRow(): HTMLElement | null {
  const focused = document.activeElement?.closest<HTMLElement>('[data-row]')
  return focused ?? shown('[data-row][aria-current]')[0] ?? null
}

/** Moves to the next row, or the one before, and returns it; null at either end. */
export function moveRow(by: 1 | -1): HTMLElement | null {
  const rows = shown('[data-row]')
  const active = activeRow()
  const at = active ? rows.indexOf(active) : -1
  const next = rows[at === -1 ? (by === 1 ? 0 : rows.length - 1) : at + by]
  next?.focus()
  return next ?? null
}

/** Ticks the checkbox of the row that has the focus. */
export function toggleRow(): void {
  activeRow()?.querySelector<HTMLInputElement>('[data-row-select]')?.click()
}
