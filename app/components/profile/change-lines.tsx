import { cx } from '#app/lib/class-names.ts'

/** What differs between two texts, a sentence a line. */
export function ChangeLines({
  changes,
  className,
}: {
  changes: readonly string[]
  className?: string
}) {
  return (
    <ul className={cx('list-disc pl-5 wrap-anywhere', className)}>
      {changes.map((change, index) => (
        <li key={`${index} ${change}`}>{change}</li>
      ))}
    </ul>
  )
}
