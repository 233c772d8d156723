import { eq, sql } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { invalid, notFound } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { IMPORTANCES } from '#db/constants.ts'
import { accounts } from '#db/schema/accounts.ts'
import { organisation, rateVersions } from '#db/schema/organisation.ts'

import { changedSince, pairsText } from './changed-since.server.ts'
import type { Organisation } from './get-organisation.server.ts'
import type { OrganisationInput, ResponseTargetsInput, StagesInput } from './schemas.ts'

/**
 * The settings as the admin saw them, locked until they are written.
 * @throws conflict (changed since, with how they are now)
 */
async function fetchToChange(
  ctx: Context,
  version: number,
  tell: (settings: Organisation) => string,
): Promise<Organisation> {
  const [settings] = await ctx.db
    .select()
    .from(organisation)
    .where(eq(organisation.id, 1))
    .for('update')
  if (!settings) throw notFound('The organisation')
  if (settings.version !== version) {
    throw await changedSince(ctx, ['organisation', 1], tell(settings))
  }
  return settings
}

async function write(ctx: Context, patch: Partial<Organisation>): Promise<void> {
  await ctx.db
    .update(organisation)
    .set({ ...patch, version: sql`${organisation.version} + 1` })
    .where(eq(organisation.id, 1))
}

/** Whether the base currency can still be chosen: once there are accounts, publications would stop comparing. */
export async function baseCurrencyIsOpen({ db }: Pick<Context, 'db'>): Promise<boolean> {
  const rows = await db.select({ id: accounts.id }).from(accounts).limit(1)
  return rows.length === 0
}

/** Changes name, time zone and, while there are no accounts, the base currency. */
export async function changeOrganisation(
  ctx: Context,
  { version, ...input }: OrganisationInput,
): Promise<void> {
  authorize(ctx, 'settings.manage')
  await inTransaction(ctx, async (ctx) => {
    const before = await fetchToChange(ctx, version, ({ name, timeZone, baseCurrency }) =>
      [name, timeZone, baseCurrency].join(', '),
    )
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
    await write(ctx, input)
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
export async function setResponseTargets(
  ctx: Context,
  { version, ...input }: ResponseTargetsInput,
): Promise<void> {
  authorize(ctx, 'settings.manage')
  await inTransaction(ctx, async (ctx) => {
    const { responseTargets: from } = await fetchToChange(ctx, version, (settings) =>
      pairsText(IMPORTANCES.map((one) => [one, settings.responseTargets[one]])),
    )
    await write(ctx, { responseTargets: input })
    await recordEvent(ctx, {
      name: 'response_targets.set',
      subject: ['organisation', 1],
      data: { from, to: input },
    })
  })
}

/** Sets what an opportunity's stage says about its probability, where the record has none; empty rows are left out. */
export async function setStageProbabilities(
  ctx: Context,
  { version, stages }: StagesInput,
): Promise<void> {
  authorize(ctx, 'settings.manage')
  const to: Record<string, number> = {}
  for (const { stage, percent } of stages) {
    if (stage && percent !== undefined) to[stage] = percent
  }
  await inTransaction(ctx, async (ctx) => {
    const { stageProbabilities: from } = await fetchToChange(ctx, version, (settings) =>
      pairsText(Object.entries(settings.stageProbabilities)),
    )
    await write(ctx, { stageProbabilities: to })
    await recordEvent(ctx, {
      name: 'stage_probabilities.set',
      subject: ['organisation', 1],
      data: { from, to },
    })
    await refreshScores(ctx, 'all')
  })
}
