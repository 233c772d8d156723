import type { ShouldRevalidateFunctionArgs } from '@remix-run/react'

/**
 * For a form that carries the version of its record from the loader: after a conflict (409) the loader runs again, so
 * that the next try carries the new version. No other post brings it up to date behind the back of who is typing.
 */
export function revalidateOnConflict({
  formMethod,
  actionStatus,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  const posted = formMethod !== undefined && formMethod.toUpperCase() !== 'GET'
  return posted ? actionStatus === 409 : defaultShouldRevalidate
}

/** The same for a page of small forms that shows itself again after each: whatever is saved loads it too. */
export function revalidateAlsoOnConflict({
  actionStatus,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  return actionStatus === 409 || defaultShouldRevalidate
}

/** For a form on a page whose loader may lead elsewhere by then: what was refused leaves both as they are. */
export function revalidateUnlessRefused({
  actionStatus = 200,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  return actionStatus < 400 && defaultShouldRevalidate
}
