/** Grey lines in the place of what is being fetched, as high as what will stand there. */
export function Skeleton({ lines, label = 'Loading' }: { lines: number; label?: string }) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="flex h-row items-center border-b px-4">
          <span className="h-2.5 w-full animate-pulse rounded-sm bg-hover" />
        </div>
      ))}
    </div>
  )
}
