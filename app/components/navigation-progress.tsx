import { useNavigation } from '@remix-run/react'

/** A line at the top while the next page is fetched; shown only when that takes longer than a moment. */
export function NavigationProgress() {
  const { state } = useNavigation()
  return (
    <div role="status" aria-live="polite" data-chrome="">
      {state === 'idle' ? null : (
        <div className="fixed inset-x-0 top-0 z-30 h-0.5 animate-underway bg-accent">
          <span className="sr-only">Loading</span>
        </div>
      )}
    </div>
  )
}
