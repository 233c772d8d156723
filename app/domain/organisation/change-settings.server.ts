import { eq } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { organisation, rateVersions } from '#db/schema/organisation.ts'

import { getOrganisation } from './get-organisation.server.ts'
import type { OrganisationInput, ResponseTargets, StagesInput } from './schemas.ts'

/** Whether the base currency can still be chosen: once there are accounts, publications would stop comparing. */
export async function baseCurrencyIsOpen({ db }: Pick<Context, 'db'>): Promise<boolean> {
  const rows = await db.select({ id: accounts.id }).from(accounts).limit(1)
  return rows.length === 0
}

/** Changes name, time zone and, while there are no accounts, the base currency. */
export async function changeOrganisation(ctx: Context, input: OrganisationInput): Promise<void> {
  authorize(ctx, 'settings.manage')
  await inTransaction(ctx, async (ctx) => {
    const before = await getOrganisation(ctx)
    if (input.baseCurrency !== before.baseCurrency) {
      if (!(await baseCurrencyIsOpen(ctx))) {
        throw invalid('The base currency stays, now that there are accounts.', 'baseCurrency')
      }
      await ctx.db.insert(rateVersions).values({
        reason: `Base currency is now ${input.baseCurrency}`,
        baseCurrency: input.baseCurrency,
        createdBy: ctx.actor.id,
        createdAt: ctx.now,
      })
    }
    await ctx.db.update(organisation).set(input).where(eq(organisation.id, 1))
    await recordEvent(ctx, {
      name: 'organisation.changed',
      subject: ['organisation', 1],
      data: {
        from: {
          name: before.name,
          timeZone: before.timeZone,
          baseCurrency: before.baseCurrency,
        },
        to: input,
      },
    })
    // Today may be another day there, and every deadline is counted from today.
    if (input.timeZone !== before.timeZone) await refreshScores(ctx, 'all')
  })
}

/** Sets the working days until the first answer; requests that are submitted from now on take them. */
export async function setResponseTargets(ctx: Context, input: ResponseTargets): Promise<void> {
  authorize(ctx, 'settings.manage')
  await inTransaction(ctx, async (ctx) => {
    const { responseTargets: from } = await getOrganisation(ctx)
    await ctx.db.update(organisation).set({ responseTargets: input }).where(eq(organisation.id, 1))
    await recordEvent(ctx, {
      name: 'response_targets.set',
      subject: ['organisation', 1],
      data: { from, to: input },
    })
  })
}

/** Sets what an opportunity's stage says about its probability, where the record has none; empty rows are left out. */
export async function setStageProbabilities(ctx: Context, input: StagesInput): Promise<void> {
  authorize(ctx, 'settings.manage')
  const to: Record<string, number> = {}
  for (const { stage, percent } of input.stages) {
    if (stage && percent !== undefined) to[stage] = percent
  }
  await inTransaction(ctx, async (ctx) => {
    const { stageProbabilities: from } = await getOrganisation(ctx)
    await ctx.db.update(organisation).set({ stageProbabilities: to }).where(eq(organisation.id, 1))
    await recordEvent(ctx, {
      name: 'stage_probabilities.set',
      subject: ['organisation', 1],
      data: { from, to },
    })
    await refreshScores(ctx, 'all')
  })
}
