import { and, eq, ne } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { acceptNo } from '#app/domain/requests/accept-no.server.ts'
import { confirmClaim } from '#app/domain/requests/confirm-claim.server.ts'
import { reportSolved } from '#app/domain/requests/report-solved.server.ts'
import { findStakeChoices } from '#app/domain/requests/stake.server.ts'
import { defaultStake } from '#app/domain/requests/stake.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { markRead } from '#app/domain/requests/unread.server.ts'
import { doubtEvidence } from '#app/domain/triage/doubt-evidence.server.ts'
import { setProductImportance } from '#app/domain/triage/set-product-importance.server.ts'
import { settleImportance } from '#app/domain/triage/settle-importance.server.ts'
import { opportunities } from '#db/schema/accounts.ts'

import type { Clock } from './clock.ts'
import { AREAS } from './company.ts'
import { courseActs } from './course-acts.server.ts'
import type { RequestPlan } from './request-plan.ts'
import { of, versionOf, type Act, type World } from './world.server.ts'

/** Working days before now on which the CSMs last went through what was new. */
const LAST_READ = 3.2

const DOUBT = 'Said in passing on a call. A mail from who signs the renewal would tell more.'

/** Everything that happens to a request. */
export function requestActs(plan: RequestPlan, clock: Clock, index: number): Act[] {
  const { key, by, course, views, confirmedAgo, outcome } = plan
  const id = (world: World) => of(world.requests, key)
  const acts: Act[] = [
    { ago: plan.ago, by, run: (ctx, world) => submit(ctx, world, plan) },
    ...courseActs(plan, clock),
  ]
  const { product, settled } = views
  if (product) {
    acts.push({
      ago: product.ago,
      by: plan.pm,
      run: async (ctx, world) => {
        const requestId = id(world)
        const version = await versionOf(ctx, 'requests', requestId)
        await setProductImportance(ctx, { requestId, version, importance: product.importance })
      },
    })
  }
  if (product && !settled && plan.evidence === 'customer_said') {
    acts.push({
      ago: product.ago * 0.9,
      by: plan.pm,
      run: async (ctx, world) => {
        const requestId = id(world)
        const version = await versionOf(ctx, 'requests', requestId)
        await doubtEvidence(ctx, { requestId, version, convincing: 'no', reason: DOUBT })
      },
    })
  }
  if (settled) {
    acts.push({
      ago: settled.ago,
      by: settled.by,
      run: async (ctx, world) => {
        const requestId = id(world)
        const version = await versionOf(ctx, 'requests', requestId)
        const { importance, reason } = settled
        await settleImportance(ctx, { requestId, version, importance, reason })
      },
    })
  }
  if (confirmedAgo !== null) {
    acts.push({ ago: confirmedAgo, by, run: (ctx, world) => confirmClaim(ctx, id(world)) })
  }
  if (outcome) {
    const { says } = outcome
    acts.push({
      ago: outcome.ago,
      by,
      run: (ctx, world) =>
        says === 'accepted'
          ? acceptNo(ctx, id(world))
          : reportSolved(ctx, { requestId: id(world), solved: says === 'solved' }),
    })
  }
  // Nobody reads everything.
  if ('ago' in course && course.ago > LAST_READ && index % 11 !== 0) {
    acts.push({ ago: LAST_READ, by, run: (ctx, world) => markRead(ctx, id(world)) })
  }
  return acts
}

async function submit(ctx: Context, world: World, plan: RequestPlan): Promise<void> {
  const { body, type, importance, evidence, source, area } = plan
  const accountId = of(world.accounts, plan.account)
  const productLineId = of(world.lines, AREAS[area].line)
  const { id } = await submitRequest(ctx, {
    ...{ accountId, productLineId, body, type, importance, evidence, source },
    evidenceQuote: plan.quote ?? undefined,
    contactName: plan.contactName ?? undefined,
    contactRole: plan.contactRole ?? undefined,
    goal: plan.goal ?? undefined,
    areaId: of(world.areas, area),
    sameAs: plan.sameAs === null ? undefined : of(world.items, plan.sameAs),
    ...(await stakeOf(ctx, plan, accountId, productLineId)),
  })
  world.requests.set(plan.key, id)
}

/** The rule, or besides it the expansion that hangs on it. */
async function stakeOf(
  ctx: Context,
  plan: RequestPlan,
  accountId: number,
  productLineId: number,
): Promise<{ contractIds: number[]; opportunityIds: number[]; stakeFor?: number }> {
  const deals = plan.namesDeal ? await openExpansions(ctx, accountId) : []
  const choices = deals.length > 0 ? await findStakeChoices(ctx, accountId) : null
  if (!choices) return { contractIds: [], opportunityIds: [] }
  const rule = defaultStake(choices.account, choices, productLineId, choices.today)
  return { contractIds: rule.contractIds, opportunityIds: deals, stakeFor: productLineId }
}

async function openExpansions(ctx: Context, accountId: number): Promise<number[]> {
  const rows = await ctx.db
    .select({ id: opportunities.id })
    .from(opportunities)
    .where(
      and(
        eq(opportunities.accountId, accountId),
        eq(opportunities.state, 'open'),
        ne(opportunities.kind, 'renewal'),
      ),
    )
    .orderBy(opportunities.id)
  return rows.map(({ id }) => id)
}
