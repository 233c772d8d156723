import { redirect } from '@remix-run/node'

import { accountHref } from '#app/components/accounts/account-href.ts'

/**
 * Back to the account after a deed, in the product line that is in view.
 *
 * @param done what can be undone there, see `offeredUndo`
 */
export function toAccount(request: Request, accountId: number, done?: string) {
  const search = new URL(request.url).searchParams
  return redirect(accountHref(search, accountId, '', done === undefined ? {} : { done }))
}
