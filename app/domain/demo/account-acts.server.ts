import { addContract } from '#app/domain/accounts/add-contract.server.ts'
import { addOpportunity } from '#app/domain/accounts/add-opportunity.server.ts'
import { createAccount } from '#app/domain/accounts/create-account.server.ts'
import { editAccount } from '#app/domain/accounts/edit-account.server.ts'
import { editAttributes } from '#app/domain/accounts/edit-attributes.server.ts'
import { closeOpportunity } from '#app/domain/accounts/edit-opportunity.server.ts'
import { addExternalId } from '#app/domain/accounts/external-ids.server.ts'
import { setHealth } from '#app/domain/accounts/set-health.server.ts'
import { fromMajor } from '#app/domain/money.ts'
import type { Lifecycle } from '#db/constants.ts'

import type { AccountPlan, ContractPlan, OpportunityPlan } from './account-plan.ts'
import { decideRenewal } from './outcome-acts.server.ts'
import { of, versionOf, type Act, type World } from './world.server.ts'

/** Everything that happens to an account. Its owner keeps the health; the rest is the manager's. */
export function accountActs(plan: AccountPlan): Act[] {
  const { ago, name, owner, later, crmId } = plan
  const id = (world: World) => of(world.accounts, name)
  const acts: Act[] = [
    {
      ago,
      by: 'maren',
      run: async (ctx, world) => {
        const { accountId } = await createAccount(ctx, fields(plan, world, plan.lifecycle))
        world.accounts.set(name, accountId)
      },
    },
    {
      ago: ago - 0.52,
      by: 'maren',
      run: async (ctx, world) => {
        const accountId = id(world)
        const version = await versionOf(ctx, 'accounts', accountId)
        await editAttributes(ctx, { accountId, version, attributes: plan.attributes })
      },
    },
    ...plan.health.map(({ ago, ...health }): Act => ({
      ago,
      by: owner ?? 'maren',
      run: async (ctx, world) => {
        const accountId = id(world)
        const version = await versionOf(ctx, 'accounts', accountId)
        await setHealth(ctx, { accountId, version, ...health })
      },
    })),
    ...plan.contracts.flatMap((contract) => contractActs(plan, contract)),
    ...plan.opportunities.flatMap((deal) => opportunityActs(plan, deal)),
  ]
  if (crmId) {
    acts.push({
      ago: ago - 0.51,
      by: 'maren',
      run: async (ctx, world) => {
        const accountId = id(world)
        const version = await versionOf(ctx, 'accounts', accountId)
        await addExternalId(ctx, { accountId, version, source: 'salesforce', externalId: crmId })
      },
    })
  }
  if (later) {
    acts.push({
      ago: later.ago - 0.1,
      by: 'maren',
      run: async (ctx, world) => {
        const accountId = id(world)
        const version = await versionOf(ctx, 'accounts', accountId)
        await editAccount(ctx, { ...fields(plan, world, later.lifecycle), accountId, version })
      },
    })
  }
  return acts
}

function fields(plan: AccountPlan, world: World, lifecycle: Lifecycle) {
  const { name, domain, segment, industry, region, employees } = plan
  return {
    ...{ name, domain, segment, industry, region, employees, lifecycle },
    plan: plan.plan,
    parentId: plan.parent === null ? null : of(world.accounts, plan.parent),
    ownerId: plan.owner === null ? null : of(world.staff, plan.owner).id,
  }
}

function contractActs({ name, ago }: AccountPlan, contract: ContractPlan): Act[] {
  let contractId = 0
  const { renewed, ended } = contract
  const terms = (world: World, amount: number, renewsOn: string | null) => ({
    name: contract.name,
    amount: fromMajor(amount, contract.currency),
    period: contract.period,
    startsOn: contract.startsOn,
    renewsOn,
    evergreen: renewsOn === null,
    noticeDays: contract.noticeDays,
    autoRenew: contract.autoRenew,
    productLineId: contract.line === null ? null : of(world.lines, contract.line),
    covers: contract.covers.map((child) => of(world.accounts, child)),
    confirmLarge: false,
  })
  const acts: Act[] = [
    {
      ago: ago - 0.55,
      by: 'maren',
      run: async (ctx, world) => {
        const input = terms(world, contract.amount, contract.renewsOn)
        const added = await addContract(ctx, { ...input, accountId: of(world.accounts, name) })
        contractId = added.contractId
      },
    },
  ]
  if (renewed) {
    acts.push({
      ago: renewed.ago,
      by: 'maren',
      run: (ctx) => {
        const amount = fromMajor(renewed.amount, contract.currency)
        return decideRenewal(ctx, contractId, { amount, renewsOn: renewed.renewsOn })
      },
    })
  }
  if (ended) {
    acts.push({
      ago: ended.ago,
      by: 'maren',
      run: (ctx) => decideRenewal(ctx, contractId, null),
    })
  }
  return acts
}

function opportunityActs({ name, owner }: AccountPlan, deal: OpportunityPlan): Act[] {
  let opportunityId = 0
  const { closed } = deal
  const by = owner ?? 'maren'
  const acts: Act[] = [
    {
      ago: deal.ago - 0.6,
      by,
      run: async (ctx, world) => {
        const added = await addOpportunity(ctx, {
          accountId: of(world.accounts, name),
          name: deal.name,
          kind: deal.kind,
          amount: fromMajor(deal.amount, deal.currency),
          stage: deal.stage,
          probability: deal.probability,
          closesOn: deal.closesOn,
          productLineId: deal.line === null ? null : of(world.lines, deal.line),
          confirmLarge: false,
        })
        opportunityId = added.opportunityId
      },
    },
  ]
  if (closed) {
    acts.push({
      ago: closed.ago,
      by,
      run: async (ctx) => {
        const version = await versionOf(ctx, 'opportunities', opportunityId)
        await closeOpportunity(ctx, { opportunityId, version, state: closed.state })
      },
    })
  }
  return acts
}
