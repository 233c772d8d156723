import { describe, expect } from 'vitest'

import { editRequest } from '#app/domain/requests/edit-request.server.ts'
import { replyToQuestion } from '#app/domain/requests/reply-to-question.server.ts'
import { answerRequest } from '#app/domain/triage/answer-request.server.ts'
import { linkToItem } from '#app/domain/triage/link-to-item.server.ts'
import { unlinkRequest } from '#app/domain/triage/unlink-request.server.ts'
import { askBack } from '#app/domain/triage/ask-back.server.ts'
import { reopenRequest } from '#app/domain/triage/reopen-request.server.ts'
import { retypeRequest } from '#app/domain/triage/retype-request.server.ts'
import { settleImportance } from '#app/domain/triage/settle-importance.server.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import type { Executor } from '#db/client.ts'
import {
  makeAccount,
  makeCompany,
  makeItem,
  makePerson,
  submission,
} from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

import { readRequest } from '#tests/integration/triage/world.ts'

/** The company's clock is in Istanbul, three hours ahead. Submitted on Thursday 15 January, in the morning. */
const TUESDAY = new Date('2026-02-03T14:00:00Z')
const WEDNESDAY = new Date('2026-02-04T08:00:00Z')

async function makeCase(db: Executor) {
  const company = await makeCompany(db)
  const accountId = await makeAccount(db)
  const manager = await makePerson(db, { team: 'cs', role: 'manager' })
  const input = submission({
    ...{ accountId, productLineId: company.lineId, importance: 'major' },
  })
  const { id } = await submitRequest(company.as(company.csm), { ...input, type: 'question' })
  const version = async () => (await readRequest(db, id)).version
  const due = async () => (await readRequest(db, id)).answerDueAt.toISOString()
  return {
    ...{ ...company, id, input, version, due },
    target: async () => ({ requestId: id, version: await version() }),
    /** A blocker is answered within one working day. */
    settle: async (now?: Date) =>
      settleImportance(company.as(manager, now), {
        ...{ requestId: id, version: await version() },
        ...{ importance: 'blocker', reason: 'They wrote it.' },
      }),
  }
}

describe('another importance counts from when the request last came to triage', () => {
  test('its submission', async ({ db }) => {
    const { settle, due } = await makeCase(db)
    await settle(TUESDAY)
    expect(await due()).toBe('2026-01-16T09:30:00.000Z')
  })

  test('the reply to a question', async ({ db }) => {
    const { as, csm, pm, id, target, settle, due, input, version } = await makeCase(db)
    await askBack(as(pm), { ...(await target()), words: 'Which depots?' })
    await replyToQuestion(as(csm, TUESDAY), { requestId: id, body: 'All of them.' })
    await editRequest(as(csm, WEDNESDAY), {
      ...{ ...input, type: 'question', importance: 'critical', requestId: id },
      version: await version(),
    })
    expect(await due()).toBe('2026-02-05T14:00:00.000Z')
    await settle(WEDNESDAY)
    expect(await due()).toBe('2026-02-04T14:00:00.000Z')
  })

  test('being taken up again', async ({ db }) => {
    const { as, pm, target, settle, due } = await makeCase(db)
    await answerRequest(as(pm), { ...(await target()), words: 'By the filter.' })
    await reopenRequest(as(pm, TUESDAY), await target())
    expect(await due()).toBe('2026-02-10T14:00:00.000Z')
    await settle(WEDNESDAY)
    expect(await due()).toBe('2026-02-04T14:00:00.000Z')
  })

  test('being unlinked', async ({ db }) => {
    const { as, pm, lineId, target, settle, due } = await makeCase(db)
    const itemId = await makeItem(db, { productLineId: lineId })
    await retypeRequest(as(pm), { ...(await target()), type: 'bug' })
    await linkToItem(as(pm), { ...(await target()), itemId })
    await unlinkRequest(as(pm, TUESDAY), await target())
    await settle(WEDNESDAY)
    expect(await due()).toBe('2026-02-04T14:00:00.000Z')
  })

  test('an answered question that turns out to be a request', async ({ db }) => {
    const { as, pm, target, settle, due } = await makeCase(db)
    await answerRequest(as(pm), { ...(await target()), words: 'By the filter.' })
    await retypeRequest(as(pm, TUESDAY), { ...(await target()), type: 'feature_request' })
    await settle(WEDNESDAY)
    expect(await due()).toBe('2026-02-04T14:00:00.000Z')
  })
})
