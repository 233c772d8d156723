import { useRef, type ReactNode } from 'react'
import { cx } from '#app/lib/class-names.ts'
import { buttonLook, type ButtonSize, type ButtonVariant } from './button.tsx'
import { iconButtonLook } from './icon-button.tsx'
import { useFloating } from './use-floating.ts'

type Trigger = {
  /** Name of the trigger, for screen readers when `trigger` has no words. */
  label?: string
  trigger: ReactNode
  variant?: ButtonVariant
  size?: ButtonSize
  /** The trigger is only an icon. */
  square?: boolean
  /** Replaces the look of a button, and takes the width there is. */
  triggerClassName?: string
}

type FloatProps = Trigger & {
  align?: 'start' | 'end'
  side?: 'bottom' | 'top'
  className?: string
  children: ReactNode
}

/** Something that floats below its trigger. A `<details>`, so it opens without JavaScript too. */
export function Popover({
  label,
  trigger,
  variant,
  size,
  square,
  triggerClassName,
  align = 'start',
  side = 'bottom',
  className,
  children,
}: FloatProps) {
  const ref = useRef<HTMLDetailsElement>(null)
  useFloating(ref)
  return (
    <details
      ref={ref}
      data-floats=""
      className={cx('relative', triggerClassName ? 'block' : 'inline-block')}
    >
      <summary
        aria-label={label}
        title={label}
        className={
          triggerClassName ?? (square ? iconButtonLook(variant) : buttonLook({ variant, size }))
        }
      >
        {trigger}
      </summary>
      <div
        className={cx(
          'absolute z-20 max-h-[80vh] min-w-44 overflow-y-auto rounded-md border bg-raised text-row shadow-float',
          align === 'end' ? 'right-0' : 'left-0',
          side === 'top' ? 'bottom-full mb-1' : 'top-full mt-1',
          className ?? 'w-max max-w-80 p-3',
        )}
      >
        {children}
      </div>
    </details>
  )
}
