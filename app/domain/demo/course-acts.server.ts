import { desc, eq } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { replyToQuestion } from '#app/domain/requests/reply-to-question.server.ts'
import { titleOf } from '#app/domain/requests/title.ts'
import { answerRequest } from '#app/domain/triage/answer-request.server.ts'
import { askBack } from '#app/domain/triage/ask-back.server.ts'
import { decideCommercially } from '#app/domain/triage/decide-commercially.server.ts'
import { declineRequest } from '#app/domain/triage/decline-request.server.ts'
import { fastLane } from '#app/domain/triage/fast-lane.server.ts'
import { confirmSameAs, linkToItem } from '#app/domain/triage/link-to-item.server.ts'
import { linkToNewItem } from '#app/domain/triage/link-to-new-item.server.ts'
import { mergeDuplicate } from '#app/domain/triage/merge-duplicate.server.ts'
import { splitRequest } from '#app/domain/triage/split-request.server.ts'
import { requestDecisions } from '#db/schema/requests.ts'

import type { Clock } from './clock.ts'
import { itemFields } from './item-acts.server.ts'
import type { Course, RequestPlan } from './request-plan.ts'
import { themeOf } from './themes.ts'
import { of, versionOf, type Act, type World } from './world.server.ts'

type Target = { requestId: number; version: number }
type Step = (ctx: Context, target: Target, world: World) => Promise<unknown>

/** What triage, the CSM and Business Development do with a request until it is decided. */
export function courseActs(plan: RequestPlan, clock: Clock): Act[] {
  const act = (ago: number, by: Act['by'], step: Step): Act => ({
    ago,
    by,
    run: async (ctx, world) => {
      const requestId = of(world.requests, plan.key)
      await step(ctx, { requestId, version: await versionOf(ctx, 'requests', requestId) }, world)
    },
  })
  const { course, pm } = plan
  const ask = (ago: number, words: string) =>
    act(ago, pm, (ctx, target, world) =>
      decideCommercially(ctx, {
        ...target,
        ...{ step: 'ask', ownerId: of(world.staff, 'hanna').id, words },
      }),
    )
  switch (course.kind) {
    case 'inbox':
      return []
    case 'waiting':
      return [
        act(course.ago, pm, (ctx, target) => askBack(ctx, { ...target, words: course.question })),
      ]
    case 'commercial':
      return [ask(course.ago, course.words)]
    case 'answer':
      return [
        act(course.ago, pm, (ctx, target) =>
          answerRequest(ctx, { ...target, words: course.words }),
        ),
      ]
    case 'decline': {
      const { reason, words, condition, revisitIn } = course.refusal
      const revisitOn = revisitIn === undefined ? undefined : clock.day(revisitIn)
      return [
        act(course.ago, pm, (ctx, target) =>
          declineRequest(ctx, { ...target, reason, words, condition, revisitOn }),
        ),
      ]
    }
    case 'refused_change':
      return [
        ask(course.askAgo, course.ask),
        act(course.ago, 'hanna', (ctx, target) =>
          decideCommercially(ctx, {
            ...target,
            ...{ step: 'decline', reason: 'too_costly', words: course.words },
          }),
        ),
      ]
    case 'merge':
      return [
        act(course.ago, pm, (ctx, target, world) =>
          mergeDuplicate(ctx, { ...target, otherId: of(world.requests, course.into) }),
        ),
      ]
    case 'split':
      return [
        act(course.ago, pm, (ctx, target, world) =>
          splitRequest(ctx, {
            ...target,
            parts: course.parts.map(({ theme, body }) => ({
              ...{ title: titleOf(body), body },
              itemId: of(world.items, theme),
            })),
          }),
        ),
      ]
    case 'item': {
      const { asked, commercial } = course
      const acts = [act(course.ago, pm, intoBacklog(course))]
      if (asked) {
        acts.unshift(
          act(asked.ago, pm, (ctx, target) => askBack(ctx, { ...target, words: asked.question })),
          act(asked.replyAgo, plan.by, (ctx, { requestId }) =>
            replyToQuestion(ctx, { requestId, body: asked.reply }),
          ),
        )
      }
      if (commercial) {
        acts.unshift(
          ask(commercial.askAgo, commercial.ask),
          act(commercial.ago, 'hanna', (ctx, target) =>
            decideCommercially(ctx, {
              ...target,
              step: 'accept',
              words: commercial.words,
              ...(commercial.amount === null
                ? { billable: 'no' }
                : { billable: 'yes', ...commercial.amount }),
            }),
          ),
        )
      }
      return acts
    }
  }
}

function intoBacklog({ how, theme: key }: Extract<Course, { kind: 'item' }>): Step {
  return async (ctx, target, world) => {
    switch (how) {
      case 'new_item': {
        const item = itemFields(themeOf(key), world)
        const { requestId } = await linkToNewItem(ctx, { ...target, ...item })
        return world.items.set(key, await madeItem(ctx, requestId))
      }
      case 'same_as':
        return confirmSameAs(ctx, target)
      case 'fast_lane':
        return fastLane(ctx, { ...target, itemId: of(world.items, key) })
      case 'link':
        return linkToItem(ctx, { ...target, itemId: of(world.items, key) })
    }
  }
}

async function madeItem(ctx: Context, requestId: number): Promise<number> {
  const [decision] = await ctx.db
    .select({ itemId: requestDecisions.itemId })
    .from(requestDecisions)
    .where(eq(requestDecisions.requestId, requestId))
    .orderBy(desc(requestDecisions.id))
  if (decision?.itemId == null) throw new Error('No item was made')
  return decision.itemId
}
