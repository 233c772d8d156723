import { ChevronDown } from 'lucide-react'
import type {
  InputHTMLAttributes,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
  ReactNode,
} from 'react'
import { cx } from '#app/lib/class-names.ts'
import { useControlProps } from './field-context.ts'

/** The classes of a box to write in, for a control that is not an input (a combobox, a chosen account). */
export const CONTROL_LOOK =
  'w-full min-w-0 rounded-md border border-control bg-surface text-text aria-invalid:border-risk disabled:bg-sunken disabled:text-muted touch:text-field'

const LINE = 'h-control px-2 text-row touch:h-touch touch:px-3'

/** One line of text, a number, a date. */
export function TextInput({ className, ...props }: InputHTMLAttributes<HTMLInputElement>) {
  return (
    <input
      type="text"
      {...useControlProps(props)}
      className={cx(CONTROL_LOOK, LINE, 'read-only:bg-sunken', className)}
    />
  )
}

/** Several lines; the box grows with what is written, up to half the screen. */
export function TextArea({ className, ...props }: TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <textarea
      rows={3}
      {...useControlProps(props)}
      className={cx(
        CONTROL_LOOK,
        'field-sizing-content max-h-[50vh] min-h-21 resize-y px-2 py-1.5 text-body read-only:bg-sunken touch:px-3 touch:py-2',
        className,
      )}
    />
  )
}

/** The browser's own select; `placeholder` adds a first, empty choice. */
export function Select({
  className,
  children,
  placeholder,
  ...props
}: SelectHTMLAttributes<HTMLSelectElement> & { placeholder?: string; children: ReactNode }) {
  return (
    <span className={cx('relative block', className)}>
      <select
        {...useControlProps(props)}
        className={cx(CONTROL_LOOK, LINE, 'appearance-none truncate pr-7 touch:pr-9')}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  )
}

/** A box to tick with its label; `description` stands below it. */
export function Checkbox({
  label,
  description,
  className,
  ...props
}: InputHTMLAttributes<HTMLInputElement> & { label: ReactNode; description?: ReactNode }) {
  return (
    <label className={cx('flex items-start gap-2 touch:min-h-touch touch:items-center', className)}>
      <input
        type="checkbox"
        {...useControlProps(props)}
        className="mt-0.5 size-4 shrink-0 accent-accent touch:mt-0 touch:size-5"
      />
      <span className="min-w-0">
        {label}
        {description ? <span className="block text-small text-muted">{description}</span> : null}
      </span>
    </label>
  )
}
