import { createAccount } from '#app/domain/accounts/create-account.server.ts'
import { editAccount } from '#app/domain/accounts/edit-account.server.ts'
import type { Actor, Context } from '#app/domain/context.ts'
import { recordOutcome } from '#app/domain/outcomes/record-outcome.server.ts'
import { makePerson } from '#tests/support/company.ts'
import {
  accountInput,
  contractInput,
  giveContract,
  makeWorld,
} from '#tests/integration/accounts/world.ts'
import type { Executor } from '#db/client.ts'

export type Course = {
  industry: string | null
  /** The day it was put on record; by default soon after its contract began. */
  recorded?: string
  /** What the industry became long after. */
  later?: string
  kept: boolean
}

const at = (day: string) => new Date(`${day}T09:30:00Z`)
const AMOUNT = contractInput().amount

/**
 * A company with managers of both teams. `live` gives it an account whose contract began on 1 January 2025 and was
 * decided on 1 December; now is 15 January 2026.
 */
export async function makeCourses(db: Executor) {
  const world = await makeWorld(db)
  const manager = await makePerson(db, { role: 'manager' })
  const on = (day: string, actor: Actor = manager): Context => ({ db, actor, now: at(day) })
  let made = 0
  const live = async ({ industry, recorded = '2025-01-20', later, kept }: Course) => {
    const input = accountInput({ name: `Customer ${++made}`, industry })
    const { accountId } = await createAccount(on(recorded), input)
    const contractId = await giveContract(on(recorded), accountId, {
      startsOn: '2025-01-01',
      renewsOn: '2026-01-01',
    })
    if (later !== undefined) {
      await editAccount(on('2025-10-01'), { ...input, industry: later, accountId, version: 1 })
    }
    await recordOutcome(on('2025-12-01'), {
      contractId,
      version: 1,
      outcome: kept ? 'renewed' : 'churned',
      decidedOn: '2025-12-01',
      amountAfter: kept ? AMOUNT : { ...AMOUNT, minor: 0 },
      nextRenewalOn: null,
      reason: kept ? null : 'price',
      itemId: null,
      note: '',
      confirmLarge: false,
    })
    return accountId
  }
  return { ...world, live }
}
