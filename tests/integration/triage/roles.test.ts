import { expect } from 'vitest'

import { withdrawProposal } from '#app/domain/icp/close-proposal.server.ts'
import { revokeShareLink } from '#app/domain/publications/share-links.server.ts'
import { acceptNo } from '#app/domain/requests/accept-no.server.ts'
import { replyToQuestion } from '#app/domain/requests/reply-to-question.server.ts'
import { reportSolved } from '#app/domain/requests/report-solved.server.ts'
import { answerRequest } from '#app/domain/triage/answer-request.server.ts'
import { askBack } from '#app/domain/triage/ask-back.server.ts'
import { declineRequest } from '#app/domain/triage/decline-request.server.ts'
import { fastLane } from '#app/domain/triage/fast-lane.server.ts'
import { linkToNewItem } from '#app/domain/triage/link-to-new-item.server.ts'
import { confirmSameAs, linkToItem } from '#app/domain/triage/link-to-item.server.ts'
import { mergeDuplicate } from '#app/domain/triage/merge-duplicate.server.ts'
import { moveRequest } from '#app/domain/triage/move-request.server.ts'
import { reopenRequest } from '#app/domain/triage/reopen-request.server.ts'
import { retypeRequest } from '#app/domain/triage/retype-request.server.ts'
import { setProductImportance } from '#app/domain/triage/set-product-importance.server.ts'
import { splitRequest } from '#app/domain/triage/split-request.server.ts'
import { unlinkRequest } from '#app/domain/triage/unlink-request.server.ts'
import { unmergeRequest } from '#app/domain/triage/unmerge-request.server.ts'
import type { Context } from '#app/domain/context.ts'
import { events } from '#db/schema/organisation.ts'
import { makeItems } from '#tests/integration/items/world.ts'
import { makePerson } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { refusal } from '#tests/support/people.ts'

type Given = { requestId: number; version: number; itemId: number; lineId: number }

/** Everything that triage decides, on a request that is really there. */
const DECISIONS: Record<string, (ctx: Context, given: Given) => Promise<unknown>> = {
  linkToItem,
  confirmSameAs,
  linkToNewItem: (ctx, { itemId: _, lineId: productLineId, ...target }) =>
    linkToNewItem(ctx, { ...target, title: 'SSO', type: 'feature_request', productLineId }),
  answerRequest: (ctx, given) => answerRequest(ctx, { ...given, words: 'It is there.' }),
  askBack: (ctx, given) => askBack(ctx, { ...given, words: 'For whom?' }),
  declineRequest: (ctx, given) =>
    declineRequest(ctx, { ...given, reason: 'against_direction', words: 'Not now.' }),
  fastLane,
  mergeDuplicate: (ctx, given) => mergeDuplicate(ctx, { ...given, otherId: given.requestId }),
  moveRequest: (ctx, given) => moveRequest(ctx, { ...given, productLineId: given.lineId }),
  reopenRequest,
  retypeRequest: (ctx, given) => retypeRequest(ctx, { ...given, type: 'bug' }),
  setProductImportance: (ctx, given) =>
    setProductImportance(ctx, { ...given, importance: 'minor' }),
  splitRequest: (ctx, given) => splitRequest(ctx, { ...given, parts: [] }),
  unlinkRequest,
  unmergeRequest,
}

test.for(Object.entries(DECISIONS))(
  '%s is refused to Customer Success and to viewers of Product',
  async ([, decide], { db }) => {
    const { as, csm, viewer, requestIds, itemId, lineId } = await makeItems(db)
    const [requestId = 0] = requestIds
    const before = await db.$count(events)
    for (const actor of [csm, viewer]) {
      const given = { requestId, version: 1, itemId, lineId }
      expect(await refusal(decide(as(actor), given))).toBe('forbidden')
    }
    expect(await db.$count(events)).toBe(before)
  },
)

test.for([
  ['acceptNo', acceptNo],
  ['replyToQuestion', (ctx, requestId) => replyToQuestion(ctx, { requestId, body: 'For all.' })],
  ['reportSolved', (ctx, requestId) => reportSolved(ctx, { requestId, solved: true })],
] as const satisfies [string, (ctx: Context, requestId: number) => Promise<unknown>][])(
  '%s is refused to whoever does not speak for the customer',
  async ([, answer], { db }) => {
    const { as, pm, viewer, requestIds } = await makeItems(db)
    const other = await makePerson(db)
    const [requestId = 0] = requestIds
    for (const actor of [pm, viewer, other]) {
      expect(await refusal(answer(as(actor), requestId))).toBe('forbidden')
    }
  },
)

test('a contributor neither withdraws a proposal nor revokes a link', async ({ db }) => {
  const { as, pm } = await makeItems(db)
  expect(await refusal(withdrawProposal(as(pm), 1, 1))).toBe('forbidden')
  expect(await refusal(revokeShareLink(as(pm), 1))).toBe('forbidden')
})
