import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { conflict, invalid, notFound } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { listAttributeUses } from '#app/domain/icp/attribute-uses.server.ts'
import { customKey } from '#app/domain/icp/facts.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { slug, untaken } from '#app/lib/slug.ts'
import { attributeDefinitions } from '#db/schema/accounts.ts'

import { changedSince } from './changed-since.server.ts'
import type { ChangeAttributeInput, NewAttributeInput } from './schemas.ts'

/** Every custom attribute of accounts, also those that are put away. */
export function listAttributesForSettings(ctx: Context) {
  authorize(ctx, 'settings.manage')
  return ctx.db
    .select()
    .from(attributeDefinitions)
    .orderBy(
      sql`${attributeDefinitions.archivedAt} is not null`,
      asc(attributeDefinitions.label),
      asc(attributeDefinitions.key),
    )
    .limit(500)
}

/** One custom attribute, also when it is put away. Throws not_found. */
export async function getAttribute(ctx: Context, key: string) {
  authorize(ctx, 'settings.manage')
  const [attribute] = await ctx.db
    .select()
    .from(attributeDefinitions)
    .where(eq(attributeDefinitions.key, key))
  if (!attribute) throw notFound('This attribute')
  return attribute
}

/** Adds a custom attribute; its key is made of its label and then stays, as its type does. */
export async function addAttribute(ctx: Context, input: NewAttributeInput): Promise<string> {
  authorize(ctx, 'settings.manage')
  return inTransaction(ctx, async (ctx) => {
    const rows = await ctx.db.select({ key: attributeDefinitions.key }).from(attributeDefinitions)
    const taken = new Set(rows.map((row) => row.key))
    const [added] = await ctx.db
      .insert(attributeDefinitions)
      .values({
        key: untaken(slug(input.label, '_') || 'attribute', taken, '_'),
        label: input.label,
        type: input.type,
        choices: input.type === 'choice' ? input.choices : [],
        changeable: input.changeable,
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ key: attributeDefinitions.key })
    if (!added) throw conflict('Somebody else added this attribute a moment ago.')
    await recordEvent(ctx, {
      name: 'attribute.added',
      subject: ['attribute', added.key],
      data: { ...input },
    })
    return added.key
  })
}

/** Changes the label, whether a CSM can work on it, and the choices of a choice. Values that accounts have stay as they are. */
export async function changeAttribute(ctx: Context, input: ChangeAttributeInput): Promise<void> {
  authorize(ctx, 'settings.manage')
  await inTransaction(ctx, async (ctx) => {
    const [attribute] = await ctx.db
      .select()
      .from(attributeDefinitions)
      .where(and(eq(attributeDefinitions.key, input.key), isNull(attributeDefinitions.archivedAt)))
      .for('update')
    if (!attribute) throw conflict('This attribute was put away meanwhile.')
    if (attribute.version !== input.version) {
      const workable = `a CSM ${attribute.changeable ? 'can' : 'cannot'} work on it`
      const isNow = [attribute.label, ...attribute.choices, workable].join(', ')
      throw await changedSince(ctx, ['attribute', input.key], isNow)
    }
    if (attribute.type === 'choice' && input.choices.length < 2) {
      throw invalid('Write at least two choices, one on each line.', 'choices')
    }
    const choices = attribute.type === 'choice' ? input.choices : []
    await ctx.db
      .update(attributeDefinitions)
      .set({
        label: input.label,
        choices,
        changeable: input.changeable,
        version: input.version + 1,
      })
      .where(eq(attributeDefinitions.key, input.key))
    await recordEvent(ctx, {
      name: 'attribute.changed',
      subject: ['attribute', input.key],
      data: { label: input.label, choices, changeable: input.changeable },
    })
  })
}

/** Puts an attribute away: it is shown and asked for no longer, and its values stay. */
export async function archiveAttribute(ctx: Context, { key }: { key: string }): Promise<void> {
  authorize(ctx, 'settings.manage')
  await inTransaction(ctx, async (ctx) => {
    const [archived] = await ctx.db
      .update(attributeDefinitions)
      .set({ archivedAt: ctx.now })
      .where(and(eq(attributeDefinitions.key, key), isNull(attributeDefinitions.archivedAt)))
      .returning({ key: attributeDefinitions.key })
    if (!archived) throw conflict('This attribute is put away already.')
    await recordEvent(ctx, { name: 'attribute.archived', subject: ['attribute', key] })
    await scoreAgain(ctx, key)
  })
}

/** Takes an attribute into use again. */
export async function restoreAttribute(ctx: Context, { key }: { key: string }): Promise<void> {
  authorize(ctx, 'settings.manage')
  await inTransaction(ctx, async (ctx) => {
    const [restored] = await ctx.db
      .update(attributeDefinitions)
      .set({ archivedAt: null })
      .where(and(eq(attributeDefinitions.key, key), isNotNull(attributeDefinitions.archivedAt)))
      .returning({ key: attributeDefinitions.key })
    if (!restored) throw conflict('This attribute is in use already.')
    await recordEvent(ctx, { name: 'attribute.restored', subject: ['attribute', key] })
    await scoreAgain(ctx, key)
  })
}

/** What a profile in force asks for became unknown, or known again. */
async function scoreAgain(ctx: Context, key: string): Promise<void> {
  const uses = await listAttributeUses(ctx, customKey(key))
  if (uses.some(({ state }) => state === 'current')) await refreshScores(ctx, 'all')
}
