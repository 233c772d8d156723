import { redirect } from '@remix-run/node'

import { resolveAccount } from '#app/domain/accounts/check-references.server.ts'
import type { Context } from '#app/domain/context.ts'
import { DomainError } from '#app/domain/errors.ts'
import { changeParams } from '#app/lib/search-params.ts'

/**
 * The filter sends an account by its name, while the address keeps its number: leads on to that.
 * @returns why no account is meant; null when there is nothing to say.
 */
export async function numberAccount(ctx: Context, url: URL): Promise<string | null> {
  const named = (url.searchParams.get('account') ?? '').replace(/\p{Cc}/gu, ' ').trim()
  if (named === '' || /^\d+$/.test(named)) return null
  let account: number | null
  try {
    account = await resolveAccount(ctx, named.slice(0, 200), 'account')
  } catch (error) {
    if (error instanceof DomainError) return error.message
    throw error
  }
  throw redirect(`${url.pathname}${changeParams(url.searchParams, { account, page: null })}`)
}
