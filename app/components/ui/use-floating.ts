import { useEffect, type RefObject } from 'react'

const ITEMS = 'a[href], button:not(:disabled), input:not([type=hidden])'

/**
 * Manners of a `<details>` that floats: closes on Escape (and gives the focus back), on a press or a
 * step outside, and after a choice; the arrow keys walk through what is in it.
 */
export function useFloating(ref: RefObject<HTMLDetailsElement>): void {
  useEffect(() => {
    const details = ref.current
    if (!details) return

    function close() {
      if (details) details.open = false
    }
    function onOutside(event: Event) {
      if (event.target instanceof Node && !details?.contains(event.target)) close()
    }
    function onKeyDown(event: KeyboardEvent) {
      if (!details?.open) return
      if (event.key === 'Escape') {
        event.preventDefault()
        close()
        details.querySelector('summary')?.focus()
      }
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault()
        step(details, event.key === 'ArrowDown' ? 1 : -1)
      }
    }
    function onClick(event: MouseEvent) {
      const pressed = event.target instanceof Element ? event.target.closest('a, button') : null
      if (pressed && !pressed.closest('[data-stays]')) close()
    }

    document.addEventListener('pointerdown', onOutside)
    document.addEventListener('focusin', onOutside)
    details.addEventListener('keydown', onKeyDown)
    details.addEventListener('click', onClick)
    return () => {
      document.removeEventListener('pointerdown', onOutside)
      document.removeEventListener('focusin', onOutside)
      details.removeEventListener('keydown', onKeyDown)
      details.removeEventListener('click', onClick)
    }
  }, [ref])
}

function step(details: HTMLDetailsElement, by: 1 | -1) {
  const items = [...details.querySelectorAll<HTMLElement>(ITEMS)]
  const at = items.findIndex((item) => item === document.activeElement)
  const next = at === -1 && by === -1 ? items.length - 1 : (at + by + items.length) % items.length
  items[next]?.focus()
}
