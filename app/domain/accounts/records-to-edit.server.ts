import { eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'

import { authorize, type Context } from '#app/domain/context.ts'
import { notFound } from '#app/domain/errors.ts'
import { accounts } from '#db/schema/accounts.ts'
import { people } from '#db/schema/people.ts'

import { fetchAccount, fetchEditableAccount, type AccountRow } from './account-records.server.ts'
import type { Choice } from './account-list.ts'
import { fetchContract, type Contract } from './contract-records.server.ts'
import { fetchOpportunity, type Opportunity } from './opportunity-records.server.ts'

/*
 * What the forms are filled from. Each refuses with forbidden whoever may not send the form.
 */

/** The account with its parent, and with its owner, who may have left since. */
export async function getAccountToEdit(
  ctx: Context,
  accountId: number,
): Promise<AccountRow & { parent: Choice | null; owner: Choice | null }> {
  const account = await fetchEditableAccount(ctx, accountId)
  const parent = alias(accounts, 'parent')
  const [related] = await ctx.db
    .select({
      parent: { id: parent.id, name: parent.name },
      owner: { id: people.id, name: people.name },
    })
    .from(accounts)
    .leftJoin(parent, eq(parent.id, accounts.parentId))
    .leftJoin(people, eq(people.id, accounts.ownerId))
    .where(eq(accounts.id, accountId))
  return { ...account, parent: related?.parent ?? null, owner: related?.owner ?? null }
}

/** The account, for whoever may weigh it. */
export async function getAccountToWeigh(ctx: Context, accountId: number): Promise<AccountRow> {
  authorize(ctx, 'account.strategic')
  return fetchAccount(ctx, accountId)
}

/** A contract that the account holds. */
export async function getContractToEdit(
  ctx: Context,
  accountId: number,
  contractId: number,
): Promise<{ account: Choice; contract: Contract }> {
  const { id, name } = await fetchEditableAccount(ctx, accountId)
  const contract = await fetchContract(ctx, contractId)
  if (contract.accountId !== id) throw notFound('This contract')
  return { account: { id, name }, contract }
}

/** An opportunity of the account. */
export async function getOpportunityToEdit(
  ctx: Context,
  accountId: number,
  opportunityId: number,
): Promise<{ account: Choice; opportunity: Opportunity }> {
  const { id, name } = await fetchEditableAccount(ctx, accountId)
  const opportunity = await fetchOpportunity(ctx, opportunityId)
  if (opportunity.accountId !== id) throw notFound('This opportunity')
  return { account: { id, name }, opportunity }
}
