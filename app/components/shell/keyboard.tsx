import { useNavigate, type NavigateFunction } from '@remix-run/react'
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { KeysDialog } from './keys-dialog.tsx'
import { ADDRESSES, sectionHref, SECTIONS, type SectionName } from './sections.ts'
import { activeRow, isPressable, isTyping, moveRow, pressShortcut, toggleRow } from './shortcuts.ts'

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))

/** How long `g` waits for its second key, in ms. */
const CHORD_WAIT = 1500

export type KeyboardProps = {
  sections: readonly SectionName[]
  line: string | null
  maySubmit: boolean
}

/** The keys that work on every page, the palette and the list of keys. Draws nothing until asked. */
export function Keyboard(props: KeyboardProps) {
  const navigate = useNavigate()
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null)
  const close = useCallback(() => setOpen(null), [])
  useKeys(props, navigate, setOpen)
  useRowPress(navigate)
  return (
    <>
      <KeysDialog open={open === 'keys'} onClose={close} sections={props.sections} />
      {open === 'palette' ? (
        <Suspense fallback={null}>
          <Palette {...props} onClose={close} />
        </Suspense>
      ) : null}
    </>
  )
}

function useKeys(
  { sections, line, maySubmit }: KeyboardProps,
  navigate: NavigateFunction,
  setOpen: (what: 'palette' | 'keys') => void,
) {
  const chordStarted = useRef(-Infinity)
  useEffect(() => {
    function go(key: string): boolean {
      const section = SECTIONS.find((each) => each.key === key && sections.includes(each.name))
      if (section) navigate(sectionHref(section, line))
      return Boolean(section)
    }

    function follow(row: HTMLElement | null) {
      const href = row?.dataset['rowHref']
      if (href && row.hasAttribute('data-row-follow')) navigate(href)
    }

    /** Returns whether the key meant something. */
    function press(key: string, event: KeyboardEvent): boolean {
      if (event.timeStamp - chordStarted.current < CHORD_WAIT) {
        chordStarted.current = -Infinity
        if (go(key)) return true
      }
      if (key === 'Enter') return enter(event, navigate)
      if (pressShortcut(key)) return true
      switch (key) {
        case 'g':
          chordStarted.current = event.timeStamp
          return true
        case 'j':
        case 'k':
          follow(moveRow(key === 'j' ? 1 : -1))
          return true
        case 'x':
          toggleRow()
          return true
        case '?':
          setOpen('keys')
          return true
        case 'c':
          if (maySubmit) navigate(ADDRESSES.submit)
          return maySubmit
        case '/':
          navigate(ADDRESSES.search)
          return true
        default:
          return false
      }
    }

    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing) return
      const key = event.key
      if ((event.metaKey || event.ctrlKey) && key.toLowerCase() === 'k') {
        event.preventDefault()
        setOpen('palette')
        return
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return
      if (press(key, event)) event.preventDefault()
    }

    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [sections, line, maySubmit, navigate, setOpen])
}

/** Enter opens the row that has the focus, or presses what names Enter; a link or a button keeps its own Enter. */
function enter(event: KeyboardEvent, navigate: NavigateFunction): boolean {
  if (isPressable(event.target)) return false
  const row = document.activeElement?.matches('[data-row]') ? activeRow() : null
  const href = row?.dataset['rowHref']
  if (href && !row.hasAttribute('data-row-follow')) {
    navigate(href)
    return true
  }
  return pressShortcut('Enter')
}

/** A press anywhere on a row opens it, unless something in the row was meant, or words are being marked. */
function useRowPress(navigate: NavigateFunction) {
  useEffect(() => {
    function onClick(event: MouseEvent) {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return
      if (isPressable(event.target) || !(event.target instanceof Element)) return
      const href = event.target.closest<HTMLElement>('[data-row-href]')?.dataset['rowHref']
      if (href && !document.getSelection()?.toString()) navigate(href)
    }
    document.addEventListener('click', onClick)
    return () => document.removeEventListener('click', onClick)
  }, [navigate])
}
