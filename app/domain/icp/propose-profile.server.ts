import { and, eq, max } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { conflict, invalidFields, notFound } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { productLines } from '#db/schema/organisation.ts'
import { profileCriteria, profiles } from '#db/schema/profiles.ts'

import { attributeOptions } from './list-attributes.server.ts'
import { misfit } from './operators.ts'
import { readText, recordEdit } from './record-edit.server.ts'
import type { Proposal } from './schemas.ts'
import { weighNow } from './weigh-now.server.ts'

/**
 * Proposes the next version of a product line's profile, or changes the text of the one that is open. Whatever was
 * approved of the earlier text no longer counts.
 * @returns the profile's id.
 */
export async function proposeProfile(ctx: Context, input: Proposal): Promise<number> {
  authorize(ctx, 'profile.propose')
  return inTransaction(ctx, async (ctx) => {
    await checkAttributes(ctx, input)
    const id =
      input.profileId === undefined
        ? await insertProposal(ctx, input)
        : await updateProposal(ctx, input.profileId, input)
    await ctx.db.delete(profileCriteria).where(eq(profileCriteria.profileId, id))
    await insertCriteria(ctx, id, input)
    await recordEvent(ctx, {
      name: input.profileId === undefined ? 'profile.proposed' : 'profile.edited',
      subject: ['profile', id],
      data: { reason: input.reason, criteria: input.criteria.length },
    })
    return id
  })
}

/** The weights are part of the text: as the outcomes known now make them, and so they stay. */
async function insertCriteria(
  ctx: Context,
  profileId: number,
  { criteria, productLineId }: Proposal,
): Promise<void> {
  const weighed = await weighNow(ctx, productLineId, criteria)
  await ctx.db.insert(profileCriteria).values(
    weighed.map((criterion, position) => ({
      ...{ profileId, position },
      ...criterion,
      // A form can name a criterion twice: the second is a new one.
      key:
        weighed.findIndex(({ key }) => key === criterion.key) === position
          ? criterion.key
          : undefined,
    })),
  )
}

/** Throws invalid, beside each box that does not fit its attribute. */
async function checkAttributes(ctx: Context, { criteria }: Proposal): Promise<void> {
  const attributes = new Map((await attributeOptions(ctx)).map((one) => [one.key, one]))
  const wrong = criteria.flatMap((criterion, index): [string, string[]][] => {
    const found = misfit(criterion, attributes.get(criterion.attribute))
    return found ? [[`criteria[${index}].${found.field}`, [found.message]]] : []
  })
  if (wrong.length > 0) throw invalidFields(Object.fromEntries(wrong))
}

async function insertProposal(ctx: Context, input: Proposal): Promise<number> {
  const [line] = await ctx.db
    .select({ id: productLines.id })
    .from(productLines)
    .where(eq(productLines.id, input.productLineId))
    .for('no key update')
  if (!line) throw notFound('The product line')
  const [last] = await ctx.db
    .select({ number: max(profiles.number) })
    .from(profiles)
    .where(eq(profiles.productLineId, line.id))
  const [row] = await ctx.db
    .insert(profiles)
    .values({
      productLineId: line.id,
      number: (last?.number ?? 0) + 1,
      state: 'proposed',
      summary: input.summary,
      reason: input.reason,
      proposedBy: ctx.actor.id,
      createdAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ id: profiles.id })
  if (!row) throw conflict('A proposal for this product line is open already. Edit that one.')
  return row.id
}

async function updateProposal(ctx: Context, profileId: number, input: Proposal): Promise<number> {
  const earlier = await readText(ctx, profileId)
  const [row] = await ctx.db
    .update(profiles)
    .set({
      summary: input.summary,
      reason: input.reason,
      proposedBy: ctx.actor.id,
      version: (input.version ?? 0) + 1,
    })
    .where(
      and(
        eq(profiles.id, profileId),
        eq(profiles.productLineId, input.productLineId),
        eq(profiles.state, 'proposed'),
        eq(profiles.version, input.version ?? 0),
      ),
    )
    .returning({ id: profiles.id })
  if (!row || !earlier) {
    throw conflict(
      'Somebody changed or closed this proposal since you opened it. Nothing is lost: compare, then send yours again.',
    )
  }
  await recordEdit(ctx, row.id, earlier)
  return row.id
}
