import { authorize, type Context } from '#app/domain/context.ts'
import { summariseAccounts } from '#app/domain/accounts/account-summaries.server.ts'
import { findAccounts } from '#app/domain/accounts/find-accounts.server.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { listPlaces } from '#app/domain/organisation/list-places.server.ts'
import { getSubmitterWeight } from '#app/domain/scoring/blocker-use.server.ts'

import { draftValue, type DraftFields } from './draft.ts'
import { listLookAlikes } from './look-alike-rows.server.ts'
import { findStakeChoices } from './stake.server.ts'

/**
 * Everything the form shows besides what is typed.
 *
 * @param fields what its inputs hold
 * @param options.accountId the account in the address: null for none; left out, the one of the inputs
 * @param options.query looks for accounts, for a browser without JavaScript
 * @param options.line slug of the product line in view
 */
export async function getRequestForm(
  ctx: Context,
  fields: DraftFields,
  options: { accountId?: number | null; query?: string | null; line?: string | null } = {},
) {
  authorize(ctx, 'request.submit')
  const accountId =
    options.accountId === undefined
      ? Number(draftValue(fields, 'accountId') ?? 0)
      : (options.accountId ?? 0)
  const choices = isNumber(accountId) ? await findStakeChoices(ctx, accountId) : null
  const [account] = choices ? await summariseAccounts(ctx, [accountId]) : []
  const lines = await listPlaces(ctx)
  const sameAs = Number(draftValue(fields, 'sameAs') ?? 0)
  const inView = lines.find(({ slug }) => slug === options.line) ?? lines[0]
  return {
    initial: { ...fields, accountId: account ? String(account.id) : '' },
    account: account ?? null,
    choices: account ? choices : null,
    found: options.query != null ? await findAccounts(ctx, options.query) : null,
    lookAlikes: await listLookAlikes(
      ctx,
      draftValue(fields, 'body') ?? '',
      isNumber(sameAs) ? sameAs : undefined,
    ),
    lines,
    suggestedLineId: lineOf(choices?.contracts ?? []) ?? inView?.id ?? 0,
    blockers: await getBlockersOf(ctx),
    today: await getToday(ctx),
  }
}

/** Who fills the form in sees their own budget of blockers. */
async function getBlockersOf(ctx: Context) {
  const { used, budget } = await getSubmitterWeight(ctx, ctx.actor.id)
  return { used, budget }
}

const isNumber = (value: number) => Number.isInteger(value) && value > 0 && value < 2 ** 31

/** The product line of an account whose contracts name exactly one. */
function lineOf(contracts: ReadonlyArray<{ productLineId: number | null }>): number | null {
  const named = new Set(contracts.flatMap(({ productLineId }) => productLineId ?? []))
  return named.size === 1 ? ([...named][0] ?? null) : null
}
