import { X } from 'lucide-react'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { cx } from '#app/lib/class-names.ts'
import { IconButton } from './icon-button.tsx'

type DialogProps = {
  open: boolean
  onClose: () => void
  title: string
  /** Keeps the title for screen readers only. */
  hideTitle?: boolean
  footer?: ReactNode
  className?: string
  children: ReactNode
}

/**
 * The browser's own modal dialog: it holds the focus, closes on Escape and gives the focus back.
 * The focus starts on what has `data-autofocus`, otherwise on the first thing that takes it.
 */
export function Dialog({
  open,
  onClose,
  title,
  hideTitle,
  footer,
  className,
  children,
}: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    if (open && !dialog.open) {
      dialog.showModal()
      dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    }
    if (!open && dialog.open) dialog.close()
  }, [open])

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        // The backdrop belongs to the dialog itself; all else is inside the box below.
        if (event.target === event.currentTarget) event.currentTarget.close()
      }}
      className={cx(
        'mx-auto mt-[12vh] max-h-[76vh] w-120 max-w-[calc(100vw-32px)] rounded-md bg-raised text-text shadow-float open:flex',
        className,
      )}
    >
      <div className="flex min-h-0 w-full flex-col">
        {hideTitle ? (
          <h2 id={titleId} className="sr-only">
            {title}
          </h2>
        ) : (
          <header className="flex items-center gap-2 px-4 pt-3">
            <h2 id={titleId} className="flex-1 text-head">
              {title}
            </h2>
            <IconButton
              type="button"
              label="Close"
              icon={<X aria-hidden className="size-4" />}
              onClick={() => ref.current?.close()}
            />
          </header>
        )}
        <div className={cx('min-h-0 overflow-y-auto', !hideTitle && 'px-4 py-3')}>
          {open ? children : null}
        </div>
        {footer ? (
          <footer className="flex justify-end gap-2 border-t px-4 py-3">{footer}</footer>
        ) : null}
      </div>
    </dialog>
  )
}
