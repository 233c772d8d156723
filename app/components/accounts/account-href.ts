/** The address of an account, or of a page below it, which stays in the product line that is in view. */
export function accountHref(
  search: URLSearchParams,
  accountId: number,
  below = '',
  more: Readonly<Record<string, string>> = {},
): string {
  const line = search.get('line')
  const query = new URLSearchParams({ ...more, ...(line === null ? {} : { line }) }).toString()
  return `/accounts/${accountId}${below}${query && `?${query}`}`
}
