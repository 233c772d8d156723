import { versionField } from '#app/lib/fields.ts'

/** The version of the text that the link to a form was written beside; without one, the text as it is. */
export function seenVersion(request: Request, current: number): number {
  const { success, data } = versionField.safeParse(new URL(request.url).searchParams.get('version'))
  return success ? data : current
}
