import { Form } from '@remix-run/react'
import { Search } from 'lucide-react'
import { cx } from '#app/lib/class-names.ts'
import { CONTROL_LOOK } from './inputs.tsx'

type SearchFieldProps = {
  label: string
  name?: string
  defaultValue?: string
  /** Where the form leads; the page itself when left out. */
  action?: string
  /** Filters to keep, as hidden inputs. */
  keep?: ReadonlyArray<readonly [name: string, value: string]>
  className?: string
}

/** A search that is a GET form, so its words are in the URL. */
export function SearchField({
  label,
  name = 'q',
  defaultValue,
  action,
  keep = [],
  className,
}: SearchFieldProps) {
  return (
    <Form method="get" action={action} role="search" className={cx('relative', className)}>
      {keep.map(([key, value]) => (
        <input key={`${key}=${value}`} type="hidden" name={key} value={value} />
      ))}
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2 size-4 -translate-y-1/2 text-faint"
      />
      <input
        type="search"
        name={name}
        defaultValue={defaultValue}
        aria-label={label}
        placeholder={label}
        className={cx(CONTROL_LOOK, 'h-control pr-2 pl-7.5 text-row touch:h-touch')}
      />
    </Form>
  )
}
