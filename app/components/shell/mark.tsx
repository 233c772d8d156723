import { cx } from '#app/lib/class-names.ts'

/** The product's mark: two crossings and the water line. */
export function Mark({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cx('grid size-7 shrink-0 place-items-center rounded-md bg-text', className)}
    >
      <svg viewBox="0 0 20 20" className="size-5 fill-none stroke-surface" strokeLinecap="round">
        <path d="M2 13c3-6 5-6 8 0M10 13c3-6 5-6 8 0M2 16h16" strokeWidth="1.8" />
      </svg>
    </span>
  )
}
