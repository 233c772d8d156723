import { findAccounts } from '#app/domain/accounts/find-accounts.server.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

/** At most 8 accounts for what is typed into a form, as JSON. */
export const loader = privateLoader('read', async (ctx, { request }) => {
  const text = new URL(request.url).searchParams.get('q') ?? ''
  return Response.json({
    accounts: await findAccounts(ctx, text.replace(/\p{Cc}/gu, ' ')),
    today: await getToday(ctx),
  })
})
